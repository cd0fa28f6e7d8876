import { z } from 'zod';
import { id } from '../../contracts/id.js';
import type { AnswerId, DeskQuestionId } from '../../domain/ids.js';

export const answerId = id<AnswerId>();
export const questionId = id<DeskQuestionId>();

/** So much of a question is kept. */
export const longestQuestion = 400;

/** What was typed, on a button: only when nothing personal was found in it. */
export const said = z.string().trim().max(longestQuestion).nullish();
