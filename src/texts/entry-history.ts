import type { EntrySubject, ToldEntry } from '../domain/timeline/entries.js';
import { entryLine, type Wording } from './entry-lines.js';

const most = 6;

/** Who did what with one subject, for its card: the newest first, six at most, without what only counts along. Null: nothing yet. */
export function entryHistory<S extends EntrySubject>(
  told: readonly ToldEntry<S>[],
  leftOut: readonly ToldEntry<S>['name'][],
  wording: Wording,
): readonly { readonly line: string }[] | null {
  const lines = told
    .filter(({ name }) => !leftOut.includes(name))
    .slice(0, most)
    .map((one) => ({ line: entryLine(one as ToldEntry, wording) }));
  return lines.length === 0 ? null : lines;
}
