import { toAnswer, type OpenQuestion } from '../../../domain/case/question.js';
import type { Referral } from '../../../domain/case/referral.js';

/** The question that this reader answers next; the desk writes down the answer to any. Null when none waits. */
export const canAnswer = (referral: Referral, reader: string): OpenQuestion | null =>
  (reader === 'desk' ? referral.questions : toAnswer(referral, reader))[0] ?? null;
