import { shownAt, type Shown, type ShownCount } from './hide-small.js';

/** One number of a table in two periods. */
export interface Compared {
  readonly by: Readonly<Record<string, string>>;
  readonly now: Shown;
  readonly before: Shown;
  /** More or fewer than before; null when one of both is kept back, because the other would give it away. */
  readonly change: number | null;
}

/** Two tables of the same figure beside each other, in the order of the first; what only stood before comes last. */
export function compare(now: readonly ShownCount[], before: readonly ShownCount[]): Compared[] {
  const key = ({ by }: ShownCount): string => JSON.stringify(Object.entries(by).sort());
  const known = new Set(now.map(key));
  return [...now, ...before.filter((line) => !known.has(key(line)))].map(({ by }) => {
    const one = shownAt(now, by);
    const other = shownAt(before, by);
    return { by, now: one, before: other, change: differenceOf(one, other) };
  });
}

const differenceOf = (now: Shown, before: Shown): number | null =>
  typeof now === 'number' && typeof before === 'number' ? now - before : null;
