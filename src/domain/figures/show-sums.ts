import { sumCuts, sumOf, type Count, type Cut, type SumName } from './figure.js';
import { hideSmall, shownAt, smallest, type Shown, type ShownCount } from './hide-small.js';
import { everyRegion, type ShownTime } from './show-times.js';

/** A sum over pupils with how many stand behind it; null when those are too few, or must stay hidden with them. */
export interface ShownSum {
  readonly by: Readonly<Record<string, string>>;
  readonly cases: Shown;
  readonly sum: number | null;
}

const isEnough = (shown: Shown): boolean => typeof shown === 'number' && shown >= smallest;

/**
 * The lines of a sum as they may be told. Where the number of pupils is hidden, the sum is: every round of hidden numbers in
 * their table is one of hidden sums too, so that none follows from the others.
 */
export function showSums(counts: readonly Count[], name: SumName): ShownSum[] {
  const lines = (measure: string): Count[] =>
    counts
      .filter(({ by }) => by['measure'] === measure)
      .map(({ by, count }) => ({
        by: Object.fromEntries(Object.entries(by).filter(([key]) => key !== 'measure')),
        count,
      }));
  const sums = lines('sum');
  const { across }: Cut = sumCuts[name];
  // Only of some of the pupils in a total: the sum would be told beside a number of pupils that is not theirs.
  const isOfAll = (by: ShownSum['by']): boolean => across === null || by[across.name] !== undefined;
  return hideSmall(lines('cases'), sumCuts[name]).map(({ by, shown }) => ({
    by,
    cases: shown,
    sum: shown === 0 ? 0 : isEnough(shown) && isOfAll(by) ? sumOf(sums, by) : null,
  }));
}

/** The times from first registration to start, per region and for all: where the number of starts is told and is five or more. */
export const showStartTimes = (counts: readonly Count[], started: readonly ShownCount[]): ShownTime[] =>
  [...new Set(counts.map(({ by }) => by['region'] ?? everyRegion))].map((region) => {
    const cases = shownAt(started, region === everyRegion ? {} : { region });
    const of = (measure: string): number | null => (isEnough(cases) ? sumOf(counts, { region, measure }) : null);
    return { region, cases, median: of('median'), p90: of('p90') };
  });
