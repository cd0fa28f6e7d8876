import type { Typed } from '../../../domain/draft.js';
import {
  answered,
  askedIn,
  isForGroup,
  isLocality,
  questionIds,
  questionOf,
  stepOf,
  typedIn,
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
  /** What can be chosen where it is not the same for everybody. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly meant: Readonly<Record<string, readonly Choice[] | null>>;
  readonly hints: Readonly<Record<string, string | null>>;
}

/** The words of a form; what both forms of the first part say stands there once. */
export const wordsIn = (form: IntakeForm, key: string, language: Language): string | null =>
  textAt(language, `intake.${form}.${key}`) ??
  (stepOf(form) === 'describe-pupil' ? textAt(language, `intake.first-part.${key}`) : null);

const noInput = {
  isText: false,
  isLong: null,
  longest: null,
  style: null,
  choices: null,
  several: null,
  isStatement: false,
};

/** The input of a question as the part `questions` of a card binds to it; `open`: what can be chosen where that differs. */
function inputOf({ input }: Question, open: readonly Choice[], language: Language) {
  switch (input.kind) {
    case 'choice':
    case 'choices':
      return {
        ...noInput,
        style: input.compact ? 'compact' : 'expanded',
        choices: input.of.map((value) => ({ title: wordOf(language, input.words, value), value })),
        several: input.kind === 'choices' ? true : null,
      };
    case 'text':
    case 'long-text':
      return {
        ...noInput,
        isText: true,
        isLong: input.kind === 'long-text' ? true : null,
        longest: input.longest,
        style: input.style,
      };
    case 'birth-date':
    case 'locality':
      return { ...noInput, isText: true, longest: input.longest };
    case 'confirm':
      return { ...noInput, isStatement: true };
    case 'open-choice':
      return { ...noInput, style: 'filtered', choices: open };
  }
}

/** Whether it may not be left open, as the other answers stand. */
function isNeeded(id: QuestionId, typed: Typed): boolean {
  const { missing } = questionOf(id);
  const needed = typeof missing === 'function' ? missing(typed) !== null : missing !== undefined;
  const isAlso = (other: QuestionId): boolean =>
    questionOf(other).insteadOf?.includes(id) === true && answered(other, typed) === '' && isNeeded(other, typed);
  return needed || questionIds.some(isAlso);
}

/** The question itself; said otherwise when it stands under another one of which it is the way out. */
function labelOf(id: QuestionId, form: IntakeForm, language: Language, { choices }: Known): string {
  const isOther = questionOf(id).insteadOf?.some((list) => choices[list] !== undefined) === true;
  return (isOther ? wordsIn(form, `${id}Instead`, language) : null) ?? wordsIn(form, id, language) ?? id;
}

/** A list stands right above it: what has to be answered is marked there. */
const isSpare = (id: QuestionId, { choices }: Known): boolean => {
  const [nearest, farther] = questionOf(id).insteadOf ?? [];
  return farther !== undefined && nearest !== undefined && choices[nearest] !== undefined;
};

function shown(id: QuestionId, form: IntakeForm, typed: Typed, language: Language, known: Known) {
  const question = questionOf(id);
  const words = (key: string): string | null => wordsIn(form, key, language);
  const meant = isLocality(id) ? (known.meant[id] ?? null) : null;
  return {
    id,
    heading: question.heading === undefined ? null : words(question.heading),
    label: `${labelOf(id, form, language, known)}${isNeeded(id, typed) && !isSpare(id, known) ? ' *' : ''}`,
    example: words(`${id}Example`),
    hint: known.hints[id] ?? words(`${id}Hint`),
    ...inputOf(question, known.choices[id] ?? [], language),
    value: typed[id] ?? question.usual ?? null,
    error: known.errors[id] ?? null,
    meant,
    meantLabel: meant === null ? null : `${words(id)} ${words('meant')}`,
  };
}

type Shown = ReturnType<typeof shown>;

/** Questions that stand together in a form; folded ones under the words that open them. */
export interface QuestionGroup {
  readonly id: string;
  /** What is pressed to see them; null when they are not folded. */
  readonly unfold: string | null;
  readonly isOpen: boolean;
  readonly questions: readonly Shown[];
}

/** Whether something in a fold was answered otherwise than usual, or is wrong: then it stands open. */
const isOpened = (questions: readonly Shown[]): boolean =>
  questions.some(({ id, value, error }) => {
    const { usual } = questionOf(id);
    return error !== null || (value !== null && value !== '' && value !== usual);
  });

/** Under which words a question is folded away; null when it is not. */
function foldOf(id: QuestionId, { choices }: Known): string | null {
  const { fold, insteadOf } = questionOf(id);
  const list = insteadOf?.findLast((one) => choices[one] !== undefined);
  return list === undefined ? (fold ?? null) : `not-${list}`;
}

/** One question by itself, as its form asks it, with what is wrong with the answer. */
export function oneShown(
  id: QuestionId,
  typed: Typed,
  language: Language,
  { fault, meant }: { readonly fault: string | null; readonly meant: Known['meant'] },
): Shown {
  const other = isForGroup(typed) ? 'describe-pupil' : 'describe-group';
  const form = questionOf(id).forms.find((one) => one !== other) ?? 'describe-question';
  const error = fault === null ? null : wordsIn(form, `errors.${fault}`, language);
  const errors = error === null ? {} : { [id]: error };
  return shown(id, form, typedIn(form, typed), language, { choices: {}, errors, meant, hints: {} });
}

/** Questions that follow each other in the same fold, or in none. */
function runs(
  ids: readonly QuestionId[],
  known: Known,
): { readonly fold: string | null; readonly ids: QuestionId[] }[] {
  const made: { readonly fold: string | null; readonly ids: QuestionId[] }[] = [];
  for (const id of ids) {
    const fold = foldOf(id, known);
    const last = made.at(-1);
    if (last?.fold === fold) last.ids.push(id);
    else made.push({ fold, ids: [id] });
  }
  return made;
}

/**
 * The questions that a form asks now, as they stand on its card: `groups`, and in `more` what may be left open. One that
 * is answered by a button, or whose choices come from elsewhere, stands there by itself.
 */
export function questionsShown(form: IntakeForm, typed: Typed, language: Language, known: Known) {
  const own = typedIn(form, typed);
  const ids = askedIn(form, typed).filter((id) => {
    const { input, byButton } = questionOf(id);
    return (input.kind !== 'open-choice' || known.choices[id] !== undefined) && byButton?.includes(form) !== true;
  });
  const groups = runs(ids, known).map(({ fold, ids: inGroup }, index): QuestionGroup => {
    const questions = inGroup.map((id) => shown(id, form, own, language, known));
    const isOpen = fold === null || isOpened(questions);
    return {
      id: `questions-${index + 1}`,
      unfold: fold === null ? null : wordsIn(form, fold, language),
      isOpen,
      questions,
    };
  });
  const isMore = ({ questions }: QuestionGroup): boolean => questions.every(({ id }) => questionOf(id).fold === 'more');
  return { groups: groups.filter((group) => !isMore(group)), more: groups.filter(isMore) };
}
