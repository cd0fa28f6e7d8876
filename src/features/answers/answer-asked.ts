import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal, To } from '../../contracts/outcome.js';
import type { DeskQuestion } from '../../contracts/read-answers.js';
import { plain } from '../../texts/plain.js';
import { againKey, answerCards, answerForms, askedKey, remindKey } from './answer-cards.js';
import { questionId } from './answer-params.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { loadAsked, type AskedFacts } from './desk-question.js';
import { isAboutSomebody } from './harmless.js';

/** Antwoorden: the desk answers, in the chat in which it was asked. Errors: `answer-missing`, `answer-long`, `personal`. */
export const answerAsked = action({
  slug: 'answer-asked',
  storable: true,
  subject: z.object({ questionId }),
  fields: z.object({
    answer: z.string('answer-missing').trim().min(1, 'answer-missing').max(1500, 'answer-long'),
  }),
  load: async (read, { questionId: id }): Promise<AskedFacts | Refusal> =>
    (await loadAsked(read, id)) ?? { refused: 'not-found' },
  may: ({ question }, { actor }) => {
    const refused = deskOnly(actor);
    if (refused !== null || question.state === 'open' || question.answeredBy === actor.person.id) return refused;
    return { refused: 'somebody-first', show: answerCards.asked.instead({ questionId: question.id }) };
  },
  form: ({ question }, _context, { typed }) => ({
    questionId: question.id,
    question: plain(question.text),
    typed: { answer: typed['answer'] ?? question.answer },
  }),
  decide({ question }, { answer }, context): Outcome {
    const shown = answerCards.asked.shown({ questionId: question.id });
    if (question.state !== 'open') return { reply: shown };
    if (isAboutSomebody(answer, context))
      return { reply: answerForms.answer.again({ questionId: question.id }, { answer: 'personal' }) };
    const { actor, now } = context;
    const row: DeskQuestion = { ...question, state: 'answered', answer, answeredBy: actor.person.id, answeredAt: now };
    return {
      changes: [{ put: 'deskQuestion', row }],
      notices: [
        {
          key: `${askedKey(question.id)}:answer`,
          ...answerCards.answered.with({ questionId: question.id }),
          to: whereAsked(question),
          mention: question.personId,
        },
      ],
      settled: [remindKey(question.id)],
      refresh: [askedKey(question.id), againKey(question.id)],
      reply: { ...shown, note: { key: 'question-answered' } },
    };
  },
});

/** In one's own chat, or in the thread in which it was asked. */
const whereAsked = ({ conversation, personId }: DeskQuestion): To =>
  conversation.scope === 'personal' ? { person: personId } : { conversation, threadId: conversation.threadId };
