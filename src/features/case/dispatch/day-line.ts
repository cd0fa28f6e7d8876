import type { ViewContext } from '../../../contracts/action.js';
import { day } from '../../../texts/format.js';

/** A day as a sentence tells it, seen from today. */
export const dayLine = (on: string, { language, now, calendar }: ViewContext): string =>
  day(on, language, calendar.dayOf(now));
