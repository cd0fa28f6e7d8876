import { notAPupil, notKnown, type FigureName } from '../domain/figures/index.js';
import type { Language } from '../domain/language.js';
import { daysLater, type LocalDate } from '../domain/local-date.js';
import { day } from './format.js';
import { textAt, texts } from './index.js';
import { codeWord } from './referral-words.js';

/** Names of providers and services, by id. */
export type FigureNames = ReadonlyMap<string, string>;

/** `1 sep.–27 nov. 2026`, both days included; `until` is the first day after it. */
export function periodWords(
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
  language: Language,
): string {
  const last = daysLater(until, -1);
  const year = (on: string): string => on.slice(0, 4);
  const begin = year(from) === year(last) ? day(from, language) : day(from, language, last);
  return from === last
    ? day(last, language, '0000')
    : texts(language)('figures.shown.period', { from: begin, until: day(last, language, '0000') });
}

/** The word for a value of a dimension in a figure: a region, an age, a reason; the name of a provider or service. */
export function valueWord(
  language: Language,
  figure: FigureName,
  dimension: string,
  value: string,
  names: FigureNames,
): string {
  if (dimension === 'provider' || dimension === 'service')
    return names.get(value) ?? texts(language)(value === notKnown ? 'figures.values.none' : 'figures.values.gone');
  if (dimension === 'reason') return reasonWord(language, figure, value);
  if (dimension === 'answer') return textAt(language, `figures.values.${answersOf(figure)}.${value}`) ?? value;
  const list = codeLists[dimension];
  if (list !== undefined && value !== notAPupil) return codeWord(language, list, value);
  return textAt(language, `figures.values.${sections[dimension] ?? dimension}.${value}`) ?? value;
}

/** Where the words of a choice list of the intake and the answers stand. */
const codeLists: Readonly<Partial<Record<string, string>>> = {
  schoolForm: 'school-form',
  domain: 'problem-domain',
  source: 'source',
  outcome: 'trajectory-outcome',
};

/** Where the words of a figure of its own stand. */
const sections: Readonly<Partial<Record<string, string>>> = {
  ageGroup: 'age-group',
  schoolForm: 'school-form',
  state: 'course',
};

const answersOf = (figure: FigureName): string =>
  figure === 'inquiries' ? 'inquiry' : figure === 'still-at-school' ? 'still' : 'answer';

function reasonWord(language: Language, figure: FigureName, reason: string): string {
  if (figure === 'unmet-demand') return textAt(language, `figures.values.unmet.${reason}`) ?? reason;
  if (figure === 'withdrawn') return codeWord(language, 'withdraw-reason', reason);
  return reason === notKnown ? '' : codeWord(language, 'no-match-reason', reason);
}
