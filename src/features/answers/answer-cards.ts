import type { AnswerId, DeskQuestionId } from '../../domain/ids.js';
import { formTo, jobTo, postKey, referenceTo, type PostKey } from '../../domain/reference-to.js';

/** The cards of the questions people ask. */
export const answerCards = {
  /** All of them, or those that were found; `said`: what was typed, when nothing personal is in it. */
  list: referenceTo<{
    readonly found?: readonly AnswerId[];
    readonly said?: string | null;
    readonly page?: string;
  }>('answer-list'),
  /** `others`: what may have been meant instead. */
  card: referenceTo<{
    readonly answerId: AnswerId;
    readonly others?: readonly AnswerId[];
    readonly said?: string | null;
  }>('answer-card'),
  history: referenceTo<{ readonly answerId: AnswerId }>('answer-history'),
  /** What somebody asked, as the desk sees it. */
  asked: referenceTo<{ readonly questionId: DeskQuestionId; readonly again?: 'yes' }>('desk-question'),
  /** The same for who asked it, before and after there is an answer. */
  sent: referenceTo<{ readonly questionId: DeskQuestionId }>('question-sent'),
  answered: referenceTo<{ readonly questionId: DeskQuestionId }>('question-answered'),
} as const;

export const answerForms = {
  edit: formTo<{ readonly answerId?: AnswerId }>('edit-answer'),
  ask: formTo<{ readonly questionId?: DeskQuestionId | undefined; readonly said?: string | undefined }>('ask-desk'),
  answer: formTo<{ readonly questionId: DeskQuestionId }>('answer-asked'),
} as const;

export const answerJobs = { remind: jobTo<{ readonly questionId: DeskQuestionId }>('remind-asked') } as const;

/** Key of the one card on which the desk answers a question. */
export const askedKey = (id: DeskQuestionId): PostKey => postKey(`desk-question:${id}`);
/** Key of the card with which the desk is reminded of it. */
export const againKey = (id: DeskQuestionId): PostKey => postKey(`desk-question:${id}:again`);
/** Key of the moment at which it is reminded of it. */
export const remindKey = (id: DeskQuestionId): string => `desk-question:${id}:remind`;
