import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { answerCards } from './answer-cards.js';
import { answerId } from './answer-params.js';
import { changedAnswer, loadAnswer, type PresentAnswer } from './changed-answer.js';
import { deskOnly } from '../../contracts/desk-only.js';

/** Niet meer tonen: nobody reads it any more; the desk can put it back. */
export const withdrawAnswer = action({
  slug: 'withdraw-answer',
  subject: z.object({ answerId }),
  fields: z.object({}),
  load: async (read, { answerId: id }, context): Promise<PresentAnswer | Refusal> =>
    (await loadAnswer(read, id, context)) ?? { refused: 'not-found' },
  may: (_present, { actor }) => deskOnly(actor),
  decide: (present, _fields, context): Outcome => ({
    changes: present.shown === null ? [] : changedAnswer(present, present.shown, 'withdrawn', context),
    reply: { ...answerCards.list.shown({}), note: { key: 'done' } },
  }),
});
