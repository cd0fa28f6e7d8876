import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import type { ViewContext } from '../../contracts/action.js';
import type { PackFacts } from './pack-facts.js';

/** Why a pack has no figures, and when they come. */
export const noFigures = (
  { missing: { why, on } }: Pick<PackFacts, 'missing'>,
  language: ViewContext['language'],
): string => texts(language)(`meetings.pack-summary.missing.${why}`, { day: day(on, language) });
