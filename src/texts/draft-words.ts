import type { Draft } from '../domain/draft.js';
import { knownSoFar } from '../domain/intake/index.js';
import type { Language } from '../domain/language.js';
import type { LocalDate } from '../domain/local-date.js';
import { textAt } from './index.js';
import { aboutWhom } from './referral-words.js';

/**
 * By which somebody knows one intake under way from another: `14–15 jaar · BSO · Vlaams-Brabant Oost`. Nothing by which
 * the pupil is known, so that it may stand in a stored card; '' as long as nothing of it was filled in.
 */
export function draftAbout({ typed }: Pick<Draft, 'typed'>, language: Language, today: LocalDate): string {
  const { target, region, ...known } = knownSoFar(typed, today);
  const whom = target === null ? '' : aboutWhom({ target, ...known }, language);
  const where = region === null ? null : (textAt(language, `common.common.region.${region}`) ?? region);
  return [whom, where].filter((part) => part !== null && part !== '').join(' · ');
}
