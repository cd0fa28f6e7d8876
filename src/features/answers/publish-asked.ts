import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { Answer } from '../../domain/answers/answer.js';
import type { AnswerId } from '../../domain/ids.js';
import { actsFor } from '../../contracts/actor.js';
import { answerCards, askedKey } from './answer-cards.js';
import { questionId } from './answer-params.js';
import { deskOnly } from '../../contracts/desk-only.js';

/** Bij de vragen zetten: what the desk answered to one becomes an answer for everybody, in one press. */
export const publishAsked = action({
  slug: 'publish-asked',
  subject: z.object({ questionId }),
  fields: z.object({}),
  load: async (read, { questionId: id }) => (await read.deskQuestion(id)) ?? ({ refused: 'not-found' } as Refusal),
  may: (_question, { actor }) => deskOnly(actor),
  decide(question, _fields, context): Outcome | Refusal {
    const { actor, now, newId } = context;
    const desk = actsFor(actor, 'desk');
    if (question.answer === null || desk === null)
      return { refused: 'outdated', show: answerCards.asked.instead({ questionId: question.id }) };
    if (question.answerId !== null) return { reply: answerCards.card.shown({ answerId: question.answerId }) };
    const row: Answer = {
      id: newId<AnswerId>(),
      question: question.text,
      text: question.answer,
      asked: '',
      act: 'ask-desk',
      state: 'shown',
      earlier: [],
      changedAt: now,
      changedBy: actor.person.id,
      organisationId: desk.id,
      version: 0,
    };
    return {
      changes: [
        { put: 'answer', row },
        { put: 'deskQuestion', row: { ...question, answerId: row.id } },
      ],
      refresh: [askedKey(question.id)],
      reply: { ...answerCards.card.shown({ answerId: row.id }), note: { key: 'answer-published' } },
    };
  },
});
