import { findPersonalData, type FindingKind } from '../../lib/personal-data/index.js';
import { foldedWords } from '../../domain/folded-words.js';
import type { LocalDate } from '../../domain/local-date.js';

/** What may be about a worker or a school as such: who wrote it decides, once warned. The rest never stands in a shared text. */
const uncertain: readonly FindingKind[] = ['person-name', 'school-name'];

export type PersonalFault = 'personal' | 'perhaps-personal';

/**
 * What is wrong with a text that everybody in the working group, and whoever has the minutes, can read (R19): `personal`
 * must be reworded, `perhaps-personal` can be confirmed with `sure`. Names of those who take part (`known`) are no fault, but
 * not the first name of one with the family name of another.
 */
export function personalFault(
  text: string,
  today: LocalDate,
  { known, sure }: { readonly known: readonly string[]; readonly sure: boolean },
): PersonalFault | null {
  const own = known.map(foldedWords);
  const isOwn = (words: string): boolean => own.some((name) => foldedWords(words).every((word) => name.includes(word)));
  const found = findPersonalData(text, today).filter(
    ({ kind, at, length }) => kind !== 'person-name' || !isOwn(text.slice(at, at + length)),
  );
  if (found.some(({ kind }) => !uncertain.includes(kind))) return 'personal';
  return found.length > 0 && !sure ? 'perhaps-personal' : null;
}
