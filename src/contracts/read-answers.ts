import type { Answer, ShownAnswer } from '../domain/answers/answer.js';
import type { AnswerId, DeskQuestionId, OrganisationId, PersonId } from '../domain/ids.js';
import type { Language } from '../domain/language.js';
import type { Conversation } from './turn.js';

/** A question that resembles a sentence; `share`: how much of the sentence stands in it (1: all). */
export interface AnswerLike {
  readonly id: AnswerId;
  readonly share: number;
}

/** A question that somebody put to the desk. Nothing personal of a pupil: its words were looked at before they were kept. */
export interface DeskQuestion {
  readonly id: DeskQuestionId;
  readonly text: string;
  readonly language: Language;
  readonly personId: PersonId;
  /** For whom it was asked; null: somebody of no linked team. */
  readonly organisationId: OrganisationId | null;
  /** Where it was asked, and is answered. */
  readonly conversation: Conversation;
  readonly at: Date;
  readonly state: 'open' | 'answered';
  readonly answer: string | null;
  readonly answeredBy: PersonId | null;
  readonly answeredAt: Date | null;
  /** What the desk made of it for everybody. */
  readonly answerId: AnswerId | null;
  readonly version: number;
}

/** Reading of the questions with their answers. */
export interface ReadAnswers {
  /** Every question that is shown, in one language. */
  answers(language: Language): Promise<ShownAnswer[]>;
  /** What the desk wrote of one; null: nothing. */
  writtenAnswer(id: AnswerId): Promise<Answer | null>;
  /** What the desk has taken away, the last first. */
  withdrawnAnswers(): Promise<Answer[]>;
  /** At most three, the best first: found as the help lines are, by words with or without a slip. */
  answersLike(said: string, language: Language): Promise<AnswerLike[]>;
  deskQuestion(id: DeskQuestionId): Promise<DeskQuestion | null>;
  /** What waits for the desk, of somebody or of all; who waits longest in front. */
  openDeskQuestions(of?: PersonId): Promise<DeskQuestion[]>;
}
