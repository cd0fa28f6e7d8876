import type { Typed } from '../draft.js';
import type { LocalDate } from '../local-date.js';
import { isForGroup, typedIn, type IntakeForm } from './forms.js';
import { oneOf, someOf, textOf } from './parsed.js';
import type { Question } from './question.js';
import { questionIds, questions, type QuestionId } from './questions.js';

type Listed<Id extends QuestionId> = (typeof questions)[Id];

/** What a question is answered with: its code, or null when none was chosen and none is usual; its codes; otherwise a text. */
export type AnswerTo<Id extends QuestionId> = Listed<Id>['input'] extends {
  readonly kind: 'choice';
  readonly of: readonly (infer Code)[];
}
  ? Listed<Id> extends { readonly usual: string }
    ? Code
    : Code | null
  : Listed<Id>['input'] extends { readonly kind: 'choices'; readonly of: readonly (infer Code)[] }
    ? Code[]
    : string;

/** The question with this id, as code that treats all questions alike reads it: its kind is known, its codes are not. */
export const questionOf = (id: QuestionId): Question => questions[id];

/** The codes that can be chosen; none for a question that is not answered with codes. */
const codesOf = ({ input }: Question): readonly string[] => ('of' in input ? input.of : []);

/** What was answered, as it is kept: a code, codes with commas, or the text; what is usual when nothing was; otherwise ''. */
export function answered(id: QuestionId, typed: Typed): string {
  const question = questionOf(id);
  switch (question.input.kind) {
    case 'choice':
      return oneOf(typed, id, codesOf(question)) ?? question.usual ?? '';
    case 'choices':
      return someOf(typed, id, codesOf(question)).join(',');
    case 'confirm':
      return oneOf(typed, id, ['yes']) ?? '';
    default:
      return textOf(typed, id);
  }
}

/** What was answered, with its type. */
export function answerTo<Id extends QuestionId>(id: Id, typed: Typed): AnswerTo<Id> {
  const text = answered(id, typed);
  const { kind } = questionOf(id).input;
  const answer = kind === 'choices' ? text.split(',').filter((code) => code !== '') : text;
  return (kind === 'choice' && answer === '' ? null : answer) as AnswerTo<Id>;
}

/** Whether a question concerns this intake: one pupil, or a group, teachers or a school (R3). */
export const concerns = (id: QuestionId, typed: Typed): boolean => {
  const { of } = questionOf(id);
  return of === undefined || of === (isForGroup(typed) ? 'group' : 'pupil');
};

/** Whether a question is asked, as the other answers stand now. */
export const isAsked = (id: QuestionId, typed: Typed): boolean =>
  concerns(id, typed) && (questionOf(id).asked?.(typed) ?? true);

/** The code of what is wrong with an answer as it stands; null when it is right, or not asked. */
export function faultOf(id: QuestionId, typed: Typed, today: LocalDate): string | null {
  if (!isAsked(id, typed)) return null;
  const { missing, check } = questionOf(id);
  const text = answered(id, typed);
  if (text !== '') return check?.(text, typed, today) ?? null;
  return typeof missing === 'function' ? missing(typed) : (missing ?? null);
}

/** The questions that stand in a form, in order, whether they are asked of this intake or not. */
export const questionsIn = (form: IntakeForm): QuestionId[] =>
  questionIds.filter((id) => questionOf(id).forms.includes(form));

/** Under a locality that was not understood stands what may be meant; the choice replaces what was typed. */
export const meantAt = (id: QuestionId): string => `${id}Choice`;

/** The ids of the inputs of a form: what a press on it may bring. */
export const inputsOf = (form: IntakeForm): string[] =>
  questionsIn(form).flatMap((id) => (questionOf(id).input.kind === 'locality' ? [id, meantAt(id)] : [id]));

/** The questions of a form that are asked, as the other answers stand now. */
export const askedIn = (form: IntakeForm, typed: Typed): QuestionId[] =>
  questionsIn(form).filter((id) => isAsked(id, typedIn(form, typed)));

/** Per question of a form the code of what is wrong with it; null for what is right. */
export const faultsIn = (form: IntakeForm, typed: Typed, today: LocalDate): Record<string, string | null> =>
  Object.fromEntries(askedIn(form, typed).map((id) => [id, faultOf(id, typedIn(form, typed), today)]));

/** The same for some questions, whatever the form. */
export const faultsAmong = (
  ids: readonly QuestionId[],
  typed: Typed,
  today: LocalDate,
): Record<string, string | null> =>
  Object.fromEntries(ids.filter((id) => isAsked(id, typed)).map((id) => [id, faultOf(id, typed, today)]));

/** No question but that of the birth date looks at the day. */
export const anyDay: LocalDate = '2000-01-01';
