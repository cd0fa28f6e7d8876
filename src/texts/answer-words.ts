import { ageOn } from '../lib/dates/index.js';
import type { Typed } from '../domain/draft.js';
import {
  answered,
  isAsked,
  isLocality,
  questionIds,
  questionOf,
  readLocality,
  type CodeWords,
  type LocalityField,
  type QuestionId,
} from '../domain/intake/index.js';
import type { Language } from '../domain/language.js';
import { parseLocalDate, type LocalDate } from '../domain/local-date.js';
import { day } from './format.js';
import { textAt } from './index.js';
import { plain } from './plain.js';

/** One answer of an intake in words; a value of null is left out. */
export interface CaseFact {
  readonly title: string;
  readonly value: string | null;
}

/** Where the word for a code of a question stands. */
export const wordKey = (words: CodeWords, code: string): string =>
  words.startsWith('codes.') ? `common.${words}.${code}` : `intake.${words}.${code}`;

/** The word for a code of a question. */
export const wordOf = (language: Language, words: CodeWords, code: string): string =>
  textAt(language, wordKey(words, code)) ?? code;

/** "9 mrt. 2012 (14 jaar)"; what is no date as it was typed. */
function birthDateInWords(text: string, language: Language, today: LocalDate): string {
  const birthDate = parseLocalDate(text, today);
  if (birthDate === undefined) return plain(text);
  const told = day(birthDate, language, '0000').split(' ').slice(1).join(' ');
  return `${told} (${textAt(language, 'intake.facts.age', { age: ageOn(birthDate, today) })})`;
}

/** "Kessel-Lo (Leuven)": as typed, with the municipality when that is another name. */
function localityInWords(typed: Typed, field: LocalityField): string {
  const text = answered(field, typed);
  const reading = readLocality(typed, field);
  if (reading.kind !== 'locality' || text.toLowerCase().includes(reading.locality.name.toLowerCase()))
    return plain(text);
  return plain(`${text} (${reading.locality.name})`);
}

/** Why it was answered so, when that is a question of its own: "niet van toepassing: woont zelfstandig". */
function withReason(words: string, id: QuestionId, typed: Typed): string {
  const reasons = questionIds
    .filter((other) => questionOf(other).because === id && isAsked(other, typed))
    .map((other) => plain(answered(other, typed)));
  return [words, ...reasons.filter((reason) => reason !== '')].join(': ');
}

/** What a question was answered with, in words; null when it was left open. Markdown in what people typed is escaped. */
export function answerInWords(id: QuestionId, typed: Typed, language: Language, today: LocalDate): string | null {
  const answer = answered(id, typed);
  if (answer === '') return null;
  const { input } = questionOf(id);
  if ('of' in input) {
    const words = answer.split(',').map((code) => wordOf(language, input.words, code));
    return withReason(words.join(', '), id, typed);
  }
  if (input.kind === 'birth-date') return birthDateInWords(answer, language, today);
  return isLocality(id) ? localityInWords(typed, id) : plain(answer);
}

/** A question with its answer, under its short name. */
export const factOf = (id: QuestionId, typed: Typed, language: Language, today: LocalDate): CaseFact => ({
  title: textAt(language, `intake.facts.${id}`) ?? id,
  value: answerInWords(id, typed, language, today),
});
