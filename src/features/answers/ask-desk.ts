import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import { checkText, isHarmless } from '../../domain/workgroup/check-text.js';
import type { DeskQuestionId } from '../../domain/ids.js';
import { personalDataWords } from '../../texts/personal-data-words.js';
import { texts } from '../../texts/index.js';
import { answerCards, answerForms } from './answer-cards.js';
import { longestQuestion, questionId } from './answer-params.js';
import { loadOpen, mostOpen, putToDesk, type OpenQuestions } from './put-to-desk.js';
import { mayKeep } from './harmless.js';

interface Loaded extends OpenQuestions {
  /** The id the form was given: pressing twice makes one question. */
  readonly id: DeskQuestionId | null;
  readonly said: string | null;
  readonly isThere: boolean;
}

/**
 * Stel uw vraag: anybody puts a question to the desk, without anything of a pupil, and is answered in the same chat.
 * Errors: `question-missing`, `question-long`, `personal`, `too-many`.
 */
export const askDesk = action({
  slug: 'ask-desk',
  forEverybody: true,
  storable: true,
  subject: z.object({
    questionId: questionId.nullish().catch(null),
    said: z.string().max(longestQuestion).nullish(),
  }),
  fields: z.object({
    question: z.string('question-missing').trim().min(1, 'question-missing').max(longestQuestion, 'question-long'),
    notPersonal: z
      .string()
      .optional()
      .transform((ticked) => ticked === 'true'),
  }),
  async load(read, subject, context): Promise<Loaded> {
    const id = subject.questionId ?? null;
    const isThere = id !== null && (await read.deskQuestion(id)) !== null;
    return { ...(await loadOpen(read, context)), id, said: subject.said ?? null, isThere };
  },
  may: () => null,
  form: formOf,
  decide(loaded, { question, notPersonal }, context): Outcome {
    const { id, isThere } = loaded;
    if (id === null) return { reply: answerForms.ask.opened({}) };
    if (isThere) return { reply: answerCards.sent.shown({ questionId: id }) };
    if (!mayKeep(question, notPersonal, context))
      return { reply: answerForms.ask.again({ questionId: id }, { question: 'personal' }) };
    return putToDesk(loaded, question, id, context);
  },
});

function formOf({ id, said }: Loaded, context: ActionContext, { typed, errors }: Filled) {
  const { actor, calendar, now, newId } = context;
  const checked = checkText(typed['question'] ?? '', calendar.dayOf(now));
  return {
    questionId: id ?? newId<DeskQuestionId>(),
    mayInsist: checked.mayInsist,
    typed: { question: typed['question'] ?? said, notPersonal: typed['notPersonal'] ?? 'false' },
    errors: errorsOf({ typed, errors }, context, actor.language),
  };
}

function errorsOf(
  { typed, errors }: Filled,
  { calendar, now }: ActionContext,
  language: ActionContext['actor']['language'],
) {
  const t = texts(language);
  const checked = checkText(typed['question'] ?? '', calendar.dayOf(now));
  const found = personalDataWords(checked.kinds, language);
  if (found === null || isHarmless(checked, typed['notPersonal'] === 'true')) return errors;
  const advice = t(checked.mayInsist ? 'answers.ask-desk.reword-or-insist' : 'answers.ask-desk.reword', {
    most: mostOpen,
  });
  return { ...errors, question: `${found} ${advice}` };
}
