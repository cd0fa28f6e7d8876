import { cuts, tallies, type Belonging, type Codes, type Contribution, type CutName, type TallyName } from './tally.js';

/** One line of a tally in one cut: what its numbers are about. */
export interface Line {
  readonly tally: TallyName;
  readonly cut: CutName;
  readonly by: Codes;
}

/** A number that a trail adds to a line, on a day. */
export interface Amount extends Pick<Contribution, 'day' | 'until' | 'value' | 'count'> {
  readonly line: Line;
}

/** The same line has the same key: which codes a tally has, and in which order, is always the same. */
export const keyOfLine = ({ tally, cut, by }: Line): string => [tally, cut, ...Object.values(by)].join('/');

/** A referral counts in each of its domains. */
const placesIn = (cut: CutName, { domains, ...of }: Belonging): Codes[] => {
  const at = (known: Codes): Codes =>
    Object.fromEntries(cuts[cut].map((dimension) => [dimension, known[dimension] ?? '']));
  return cut === 'domain' ? domains.map((domain) => at({ ...of, domain })) : [at(of)];
};

/** What a trail adds, line by line; several on one line and day are one amount, and what cancels out is left out. */
export function amountsOf(contributions: readonly Contribution[]): Amount[] {
  const found = new Map<string, Amount>();
  for (const { tally, codes, of, day, until, value, count } of contributions)
    for (const cut of tallies[tally].cuts)
      for (const place of placesIn(cut, of)) {
        const line: Line = { tally, cut, by: { ...codes, ...place } };
        const key = `${keyOfLine(line)} ${day} ${until ?? ''} ${value}`;
        found.set(key, { line, day, until, value, count: count + (found.get(key)?.count ?? 0) });
      }
  return [...found.values()].filter(({ count }) => count !== 0);
}
