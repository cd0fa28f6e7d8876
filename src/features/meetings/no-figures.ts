import { texts } from '../../texts/index.js';
import type { ViewContext } from '../../contracts/action.js';
import type { PackFacts } from './pack-facts.js';

/** Why a pack has no figures: there is nothing to count yet, or the counting is not ready. */
export const noFigures = ({ counting }: Pick<PackFacts, 'counting'>, language: ViewContext['language']): string =>
  texts(language)(counting ? 'meetings.pack-summary.counting' : 'meetings.pack-summary.nothing');
