import type { Draft, Typed } from '../domain/draft.js';
import { knownSoFar, readLocality } from '../domain/intake/index.js';
import type { Language } from '../domain/language.js';
import type { LocalDate } from '../domain/local-date.js';
import { textAt } from './index.js';
import { aboutWhom } from './referral-words.js';

/**
 * By which somebody knows one intake under way from another: `14–15 jaar · BSO · Vlaams-Brabant Oost`. Nothing by which
 * the pupil is known, so that it may stand in a stored card; '' as long as nothing of it was filled in.
 */
export function draftAbout({ typed }: Pick<Draft, 'typed'>, language: Language, today: LocalDate): string {
  const { region } = knownSoFar(typed, today);
  const where = region === null ? null : (textAt(language, `common.common.region.${region}`) ?? region);
  return joined([whomIn(typed, language, today), where]);
}

/** For the one person whose draft it is: `14–15 jaar · BSO · Leuven`, and by name or hint nobody. */
export const ownDraftAbout = ({ typed }: Pick<Draft, 'typed'>, language: Language, today: LocalDate): string =>
  joined([whomIn(typed, language, today), townIn(typed)]);

function whomIn(typed: Typed, language: Language, today: LocalDate): string {
  const { target, ageBand, schoolForm, groupSize } = knownSoFar(typed, today);
  return target === null ? '' : aboutWhom({ target, ageBand, schoolForm, groupSize }, language);
}

/** The municipality where the pupil lives, or else of the school. */
function townIn(typed: Typed): string | null {
  for (const field of ['domicile', 'schoolPlace'] as const) {
    const read = readLocality(typed, field);
    if (read.kind === 'locality') return read.locality.name;
  }
  return null;
}

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ');
