import type { DeskQuestion } from '../../../contracts/read-answers.js';
import type { Answer } from '../../../domain/answers/answer.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Questions with their answers, and what was put to the desk. */
export interface AnswerTables {
  answer: Mutable<Answer>;
  deskQuestion: Mutable<DeskQuestion>;
}
