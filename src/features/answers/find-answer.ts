import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { AnswerLike } from '../../contracts/read-answers.js';
import type { Outcome } from '../../contracts/outcome.js';
import { answerCards } from './answer-cards.js';
import { keptWords } from './harmless.js';

interface Loaded {
  readonly said: string;
  readonly found: readonly AnswerLike[];
}

/**
 * `vragen`: all of them; `vragen wie mag aanmelden`, or a sentence that resembles one: its answer, with what may have been
 * meant instead. What was typed is looked at; it stays only on the button that puts it to the desk, and only when nothing
 * personal is in it.
 */
export const findAnswer = action({
  slug: 'find-answer',
  forEverybody: true,
  words: {
    nl: ['vragen', 'veelgestelde vragen', 'vragen en antwoorden'],
    en: ['questions', 'questions and answers', 'faq'],
    rest: 'said',
  },
  subject: z.object({ said: z.string().default('') }),
  fields: z.object({}),
  async load(read, { said }, { actor }): Promise<Loaded> {
    const typed = said.trim();
    return { said: typed, found: typed === '' ? [] : await read.answersLike(typed, actor.language) };
  },
  may: () => null,
  decide({ said, found }, _fields, context): Outcome {
    if (said === '') return { reply: answerCards.list.shown({}) };
    const kept = keptWords(said, context);
    const [best, ...others] = found.map(({ id }) => id);
    if (best === undefined) return { reply: answerCards.list.shown({ found: [], said: kept }) };
    return { reply: answerCards.card.shown({ answerId: best, others, said: kept }) };
  },
});
