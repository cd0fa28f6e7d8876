import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { answerCards } from './answer-cards.js';
import { answerId } from './answer-params.js';
import { changedAnswer, loadAnswer, type PresentAnswer } from './changed-answer.js';
import { deskOnly } from '../../contracts/desk-only.js';

interface Loaded extends PresentAnswer {
  readonly until: string | null;
}

/** Terugzetten: what it said until a moment it says again; without one, what was taken away is shown again. */
export const putBackAnswer = action({
  slug: 'put-back-answer',
  subject: z.object({ answerId, until: z.string().max(40).nullish() }),
  fields: z.object({}),
  async load(read, { answerId: id, until }, context): Promise<Loaded | Refusal> {
    const present = await loadAnswer(read, id, context);
    return present === null ? { refused: 'not-found' } : { ...present, until: until ?? null };
  },
  may: (_present, { actor }) => deskOnly(actor),
  decide(present, _fields, context): Outcome | Refusal {
    const { written, until, id } = present;
    const words = until === null ? written : written?.earlier.find((one) => one.until === until);
    if (words == null) return { refused: 'not-found' };
    return {
      changes: changedAnswer(present, words, 'shown', context),
      reply: { ...answerCards.card.shown({ answerId: id }), note: { key: 'done' } },
    };
  },
});
