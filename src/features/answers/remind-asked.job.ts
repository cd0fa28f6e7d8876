import { z } from 'zod';
import { job } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import { againKey, answerCards, answerJobs } from './answer-cards.js';
import { questionId } from './answer-params.js';

/** Two working days have passed: the desk reads once more that somebody waits for an answer. */
export const remindAsked = job({
  name: answerJobs.remind.name,
  subject: z.object({ questionId }),
  load: (read, { questionId: id }) => read.deskQuestion(id),
  decide: ({ id, state }): Outcome =>
    state === 'open'
      ? {
          notices: [
            {
              key: againKey(id),
              ...answerCards.asked.with({ questionId: id, again: 'yes' }),
              to: { desk: true },
            },
          ],
        }
      : {},
});
