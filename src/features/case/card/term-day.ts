import type { ViewContext } from '../../../contracts/context.js';
import { termOf } from '../../../domain/case/clocks.js';
import type { Referral } from '../../../domain/case/referral.js';
import { day } from '../../../texts/format.js';

/** The day until which the present step is to be taken; `none` when nobody is waited for. */
export function termDay(referral: Referral, { calendar, now, language }: ViewContext): string {
  const term = termOf(referral, calendar);
  return term === null ? 'none' : day(calendar.dayOf(term), language, calendar.dayOf(now));
}
