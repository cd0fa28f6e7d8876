import type { Language } from '../domain/language.js';
import type { Referral } from '../domain/case/referral.js';
import { textAt } from './index.js';

/** The words for a code of a choice list (`codes.<list>.<code>`); the code itself when there are none. */
export const codeWord = (language: Language, list: string, code: string): string =>
  textAt(language, `common.codes.${list}.${code}`) ?? code;

export const codeWords = (language: Language, list: string, codes: readonly string[]): string =>
  codes.map((code) => codeWord(language, list, code)).join(', ');

/** State as symbol + word, for the right of a card's header. */
export const stateWord = (language: Language, state: Referral['state']): { symbol: string; word: string } => ({
  symbol: textAt(language, `common.state.${state}.symbol`) ?? '',
  word: textAt(language, `common.state.${state}.word`) ?? state,
});

/** `14–15 jaar · BSO`, or `groep of klas (12)`: who it is about, without who it is. */
export function aboutWhom(
  referral: Pick<Referral, 'target' | 'groupSize' | 'ageBand' | 'schoolForm'>,
  language: Language,
): string {
  if (referral.target !== 'pupil') {
    const target = codeWord(language, 'target', referral.target);
    return referral.groupSize === null ? target : `${target} (${referral.groupSize})`;
  }
  const age = referral.ageBand === null ? null : textAt(language, `common.common.age-band.${referral.ageBand}`);
  const form = referral.schoolForm === null ? null : codeWord(language, 'school-form', referral.schoolForm);
  return [age, form].filter((part) => part !== null).join(' · ');
}

/** `Vlaams-Brabant Oost (woonplaats, school)`. */
export function regionLine(referral: Referral, language: Language): string {
  const region = textAt(language, `common.common.region.${referral.region}`) ?? referral.region;
  const because = referral.regionBecause.map((why) => textAt(language, `common.common.because.${why}`) ?? why);
  return because.length === 0 ? region : `${region} (${because.join(', ')})`;
}

/** `emotioneel, pedagogisch · remediërend`. */
export function questionLine(referral: Referral, language: Language): string {
  return [
    codeWords(language, 'problem-domain', referral.problemDomains),
    codeWords(language, 'effort', referral.efforts),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The word of a state within a sentence: `bij het Meldpunt`, `geen match`. A name keeps its capital. */
export const stateInLine = (language: Language, state: Referral['state']): string => {
  const { word } = stateWord(language, state);
  return `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
};
