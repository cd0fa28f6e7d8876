import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { answerActs } from '../../domain/answers/answer.js';
import type { AnswerId } from '../../domain/ids.js';
import { answerCards, answerForms } from './answer-cards.js';
import { answerId } from './answer-params.js';
import { changedAnswer, loadAnswer, type PresentAnswer } from './changed-answer.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { isAboutSomebody } from './harmless.js';
import { actTitle } from './next-step.js';

const written = ['question', 'text', 'asked', 'act'] as const;

const text = (name: string, most: number) =>
  z.string(`${name}-missing`).trim().min(1, `${name}-missing`).max(most, `${name}-long`);

/**
 * Wijzigen, or a new question with its answer: the desk writes what everybody reads. Errors: `question-missing`,
 * `question-long`, `text-missing`, `text-long`, `asked-long`, `act-missing`, `personal`.
 */
export const editAnswer = action({
  slug: 'edit-answer',
  storable: true,
  subject: z.object({ answerId: answerId.optional() }),
  fields: z.object({
    question: text('question', 200),
    text: text('text', 1500),
    asked: z.string().trim().max(800, 'asked-long').default(''),
    act: z.enum(answerActs, 'act-missing'),
  }),
  async load(read, { answerId: id }, context): Promise<PresentAnswer | Refusal> {
    if (id === undefined) return { id: context.newId<AnswerId>(), shown: null, written: null };
    return (await loadAnswer(read, id, context)) ?? { id, shown: null, written: null };
  },
  may: (_present, { actor }) => deskOnly(actor),
  form({ id, shown, written: before }, { actor: { language } }, { typed }) {
    const now = shown ?? before;
    return {
      answerId: id,
      acts: answerActs.map((act) => ({ title: actTitle(act, language), value: act as string })),
      back: now === null ? null : 'yes',
      typed: {
        question: typed['question'] ?? now?.question ?? null,
        text: typed['text'] ?? now?.text ?? null,
        asked: typed['asked'] ?? now?.asked ?? null,
        act: typed['act'] ?? now?.act ?? 'ask-desk',
      },
    };
  },
  decide(present, words, context): Outcome {
    if (isAboutSomebody(`${words.question}\n${words.text}`, context))
      return { reply: answerForms.edit.again({ answerId: present.id }, { text: 'personal' }) };
    const { shown } = present;
    const isSame = shown !== null && written.every((key) => shown[key] === words[key]);
    const changes = isSame ? [] : changedAnswer(present, words, 'shown', context);
    return { changes, reply: { ...answerCards.card.shown({ answerId: present.id }), note: { key: 'done' } } };
  },
});
