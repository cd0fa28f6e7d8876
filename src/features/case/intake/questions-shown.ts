import type { Typed } from '../../../domain/draft.js';
import {
  askedIn,
  isLocality,
  questionOf,
  type IntakeForm,
  type Question,
  type QuestionId,
} from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { wordOf } from '../../../texts/answer-words.js';
import { textAt } from '../../../texts/index.js';

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** What a form knows of its questions besides what was typed. */
interface Known {
  readonly errors: Readonly<Record<string, string>>;
  readonly meant: Readonly<Record<string, readonly Choice[] | null>>;
  readonly hints: Readonly<Record<string, string | null>>;
}

/** The input of a question as the part `questions` of a card binds to it. */
function inputOf({ input }: Question, language: Language) {
  const none = { isText: false, isLong: null, longest: null, style: null, choices: null, several: null };
  switch (input.kind) {
    case 'choice':
    case 'choices':
      return {
        ...none,
        style: input.compact ? 'compact' : 'expanded',
        choices: input.of.map((value) => ({ title: wordOf(language, input.words, value), value })),
        several: input.kind === 'choices' ? true : null,
      };
    case 'text':
    case 'long-text':
      return {
        ...none,
        isText: true,
        isLong: input.kind === 'long-text' ? true : null,
        longest: input.longest,
        style: input.style,
      };
    case 'birth-date':
    case 'locality':
      return { ...none, isText: true, longest: input.longest };
    case 'open-choice':
      return none;
  }
}

function shown(id: QuestionId, form: IntakeForm, typed: Typed, language: Language, known: Known) {
  const question = questionOf(id);
  const words = (key: string): string | null => textAt(language, `intake.${form}.${key}`);
  const meant = isLocality(id) ? (known.meant[id] ?? null) : null;
  return {
    id,
    heading: question.heading === undefined ? null : words(question.heading),
    label: words(id),
    example: words(`${id}Example`),
    hint: known.hints[id] ?? words(`${id}Hint`),
    ...inputOf(question, language),
    value: typed[id] ?? question.usual ?? null,
    error: known.errors[id] ?? null,
    meant,
    meantLabel: meant === null ? null : `${words(id)} ${words('meant')}`,
  };
}

/** The questions that a form asks now, as they stand on its card; one whose choices come from elsewhere stands there by itself. */
export const questionsShown = (form: IntakeForm, typed: Typed, language: Language, known: Known) =>
  askedIn(form, typed)
    .filter((id) => questionOf(id).input.kind !== 'open-choice')
    .map((id) => shown(id, form, typed, language, known));
