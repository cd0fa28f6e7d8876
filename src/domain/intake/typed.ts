import type { Draft, Typed } from '../draft.js';
import { answered, concerns, inputsOf, isAsked, meantAt, questionOf } from './answer.js';
import type { IntakeForm } from './forms.js';
import { withChosenSchool } from './known-school.js';
import type { PersonalKind } from './question.js';
import { questionIds, questions, type PersonalQuestionId, type QuestionId } from './questions.js';

/** Inputs hold fewer signs than this by themselves; it keeps what another program sends within the size of a card. */
const longestTyped = 3000;
const longestShort = 400;

/** What the draft itself remembers among what was typed; never an input. */
export const remembered = {
  /** The live referrals of the same pupil, or of one who looks like it, beside which the worker wants a new one. */
  newAnyway: 'newAnyway',
  /** Saved and closed: the stored message does not open by itself any more. */
  parked: 'parked',
} as const;

const isQuestion = (id: string): id is QuestionId => (questionIds as readonly string[]).includes(id);
const kindOf = (id: string): string | null => (isQuestion(id) ? questionOf(id).input.kind : null);

const cut = (id: string, text: string): string =>
  text.slice(0, kindOf(id) === 'long-text' ? longestTyped : longestShort);

/**
 * What was typed before with the answers of one form over it; other forms' answers stay as they are, so that two devices
 * do not wipe each other's steps. A choice under a locality replaces its text, unless that text was changed meanwhile.
 */
export function mergeTyped(typed: Typed, form: IntakeForm, given: Readonly<Record<string, unknown>>): Typed {
  const merged: Record<string, string> = { ...typed };
  for (const id of inputsOf(form)) {
    const value = given[id];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      merged[id] = cut(id, String(value));
    // Clients leave the key out when nothing of several is chosen any more.
    else if (kindOf(id) === 'choices') merged[id] = '';
  }
  for (const id of inputsOf(form).filter((one) => kindOf(one) === 'locality') as QuestionId[]) {
    const meant = merged[meantAt(id)];
    delete merged[meantAt(id)];
    if (meant && (merged[id] ?? '') === (typed[id] ?? '')) merged[id] = meant;
  }
  return withChosenSchool(typed, merged);
}

/** Whether nothing was filled in or chosen yet; that it was begun from the card of a service does not count. */
export const isUntouched = (draft: Pick<Draft, 'typed' | 'tried' | 'referralId' | 'follows'>): boolean =>
  draft.referralId === null &&
  draft.follows === null &&
  draft.tried.length === 0 &&
  Object.entries(draft.typed).every(([id, value]) => value === '' || id === 'service');

/**
 * What is sealed with the referral: what was typed and belongs to it; nothing of a pupil for a group, and the reverse, no reason
 * for what was answered otherwise since, and nothing that is the worker's own.
 */
export const caseTyped = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).filter(
      ([id, value]) => value !== '' && isQuestion(id) && isAsked(id, typed) && questionOf(id).own !== true,
    ),
  );

/** The worker's own hint for the pupil; null when there is none. */
export const hintIn = (typed: Typed): string | null => {
  const hint = answered('memoryHint', typed);
  return hint === '' || !concerns('memoryHint', typed) ? null : hint;
};

/** The questions whose answers tell somebody who is meant. */
export const personalQuestions = questionIds.filter(
  (id): id is PersonalQuestionId => questionOf(id).personal !== undefined,
);

/** What was answered to them, and how it is looked for; of a draft or of a case file. */
export const personalAnswers = (typed: Typed): { personal: PersonalKind; text: string }[] =>
  personalQuestions
    .map((id) => ({ personal: questions[id].personal, text: answered(id, typed) }))
    .filter(({ text }) => text !== '');
