import { foldedWords } from '../../domain/folded-words.js';
import { findPersonalData, type Finding, type FindingKind } from '../../lib/personal-data/index.js';
import type { LocalDate } from '../../domain/local-date.js';

/** What nobody looks a help line up by, and what must not stand in a message that stays. */
const neverStored: readonly FindingKind[] = [
  'email',
  'national-number',
  'phone',
  'birth-date',
  'pupil-name',
  'person-name',
];

/** A name in small letters may be a word of a line; what is in no line is not kept anyway. */
const isPersonal = ({ kind, at, length }: Finding, typed: string): boolean =>
  neverStored.includes(kind) && (kind !== 'person-name' || /\p{Lu}|@/u.test(typed.slice(at, at + length)));

/**
 * The words to look for, as they may stand in a stored list: folded, and nothing at all when they hold data of a pupil.
 * Undefined when there is nothing to look for.
 */
export function searchedFor(typed: string | undefined, today: LocalDate): string | undefined {
  if (typed === undefined) return undefined;
  if (findPersonalData(typed, today).some((finding) => isPersonal(finding, typed))) return undefined;
  return foldedWords(typed).join(' ') || undefined;
}
