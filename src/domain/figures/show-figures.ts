import { countCuts, countNames, sumOf, type Count, type CountName, type Cut, type Figures } from './figure.js';
import { networkOf } from './network.js';
import { hideSmall, shownAt, smallest, type ShownCount } from './hide-small.js';

/** All counts of a period as they may be told. */
export type ShownFigures = Readonly<Record<CountName, readonly ShownCount[]>>;

/**
 * What runs now is what ran before, and began, without what ended: beside those numbers an exact one would give away one that is
 * hidden. So it is told to the nearest five, each number by itself.
 */
const nearestFive = (counts: readonly Count[], cut: Cut): ShownCount[] =>
  networkOf(counts, cut).map(({ by, value }) => ({ by, shown: Math.round(value / smallest) * smallest }));

/** Hides the small numbers of every count, each in its own layout. */
export function showFigures(figures: Figures): ShownFigures {
  const shown: { [Name in CountName]?: readonly ShownCount[] } = {};
  for (const name of countNames)
    shown[name] =
      name === 'trajectories-running'
        ? nearestFive(figures[name], countCuts[name])
        : hideSmall(figures[name], countCuts[name]);
  return shown as ShownFigures;
}

/** How long it took until the first contact, in whole clock hours; null when too few cases stand behind it. */
export interface ShownTime {
  /** A region, or `all`. */
  readonly region: string;
  readonly cases: ShownCount['shown'];
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
