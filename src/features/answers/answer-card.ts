import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import type { ShownAnswer } from '../../domain/answers/answer.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { answerId, said } from './answer-params.js';
import { nextStep } from './next-step.js';

interface CardFacts {
  readonly answer: ShownAnswer;
  readonly others: readonly ShownAnswer[];
  readonly said: string | null;
  readonly hasHistory: boolean;
}

/** One question with its answer, the step that follows from it, and what may have been meant instead. */
export const answerCard = view({
  slug: 'answer-card',
  forEverybody: true,
  audience: 'stored',
  params: z.object({ answerId, others: z.array(answerId).max(3).optional(), said }),
  async load(read, params, { language }): Promise<CardFacts | null> {
    const shown = await read.answers(language);
    const answer = shown.find(({ id }) => id === params.answerId);
    if (answer === undefined) return null;
    const others = (params.others ?? []).flatMap((one) => shown.filter(({ id }) => id === one));
    const hasHistory = answer.changedAt !== null;
    return { answer, others, said: params.said ?? null, hasHistory };
  },
  may: () => null,
  fill({ answer, others, said: typed, hasHistory }, { language, actor, calendar, now }) {
    const isDesk = actor !== null && actsFor(actor, 'desk') !== null;
    const { id, question, text, act, changedAt } = answer;
    return {
      answerId: id,
      title: plain(question),
      text: plain(text),
      changed:
        changedAt === null
          ? null
          : texts(language)('answers.answer-card.changed', {
              day: day(calendar.dayOf(changedAt), language, calendar.dayOf(now)),
            }),
      others: others.map((one) => ({ answerId: one.id, title: plain(one.question), line: null, badge: null })),
      next: nextStep(act, language),
      said: typed,
      ask: typed === null && act !== 'ask-desk' ? 'form' : null,
      edit: isDesk ? 'yes' : null,
      history: isDesk && hasHistory ? 'yes' : null,
    };
  },
  summary: ({ answer }) => answer.question,
});
