import { countCuts, sumOf, type Count } from './figure.js';
import { hideSmall, shownAt, smallest, type Shown } from './hide-small.js';

/** How long it took until the first contact, in whole clock hours; null when too few cases stand behind it. */
export interface ShownTime {
  /** A region, or `all`. */
  readonly region: string;
  readonly cases: Shown;
  readonly median: number | null;
  readonly p90: number | null;
}

export const everyRegion = 'all';

/** The lines of `time-to-contact` as they may be told: no time where fewer than 5 cases stand behind it. */
export function showTimes(counts: readonly Count[]): ShownTime[] {
  const cases = counts
    .filter(({ by }) => by['measure'] === 'cases' && by['region'] !== everyRegion)
    .map(({ by, count }) => ({ by: { region: by['region'] ?? '' }, count }));
  const table = hideSmall(cases, countCuts['registered-by-region']);
  return table.map(({ by }) => {
    const region = by['region'] ?? everyRegion;
    const shown = shownAt(table, by);
    const of = (measure: string): number | null =>
      typeof shown === 'number' && shown >= smallest ? sumOf(counts, { region, measure }) : null;
    return { region, cases: shown, median: of('median'), p90: of('p90') };
  });
}
