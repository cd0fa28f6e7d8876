import type { LocalDate } from '../local-date.js';
import { findingKinds, findPersonalData, type FindingKind, type KnownNames } from '../../lib/personal-data/index.js';

/** What was found in a text that must hold nothing personal: kinds only, never the words. */
export interface CheckedText {
  /** The kinds that were found, the most certain first; empty: nothing was found. */
  readonly kinds: readonly FindingKind[];
  /** Whether the writer may say that it is not about a person after all: only for what is guessed from its shape. */
  readonly mayInsist: boolean;
}

/**
 * Looks at a text that goes to the working group or into the survey (R18, R19). What looks like a name may turn out to be
 * none: the writer decides. Never for what is certain: a name or school that the case knows, numbers, addresses, dates.
 * In a text about a case (`ofCase`) any school is certain: whichever it is, it can lead to the pupil.
 */
export function checkText(text: string, today: LocalDate, known: KnownNames = {}, ofCase = false): CheckedText {
  const found = new Set(findPersonalData(text, today, known).map(({ kind }) => kind));
  const kinds = findingKinds.filter((kind) => found.has(kind));
  const guessed: readonly FindingKind[] = ofCase ? ['person-name'] : ['person-name', 'school-name'];
  return { kinds, mayInsist: kinds.length > 0 && kinds.every((kind) => guessed.includes(kind)) };
}

/** Whether the text may be kept: nothing was found, or only what the writer may and does call harmless. */
export const isHarmless = ({ kinds, mayInsist }: CheckedText, insists: boolean): boolean =>
  kinds.length === 0 || (mayInsist && insists);
