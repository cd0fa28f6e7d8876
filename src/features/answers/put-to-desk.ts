import type { ActionContext } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import type { DeskQuestion } from '../../contracts/read-answers.js';
import type { Read } from '../../contracts/read.js';
import { onlyOne } from '../../lib/only-one.js';
import type { DeskQuestionId } from '../../domain/ids.js';
import { answerCards, answerForms, answerJobs, askedKey, remindKey } from './answer-cards.js';

/** So many questions of one person wait at a time: who has more is answered those first. */
export const mostOpen = 5;

/** A desk's working time in which a question should be answered: two days of 390 minutes. */
const answerWithin = 2 * 390;

export interface OpenQuestions {
  /** What this person asked already, and waits. */
  readonly open: readonly DeskQuestion[];
}

export const loadOpen = async (read: Read, { actor }: ActionContext): Promise<OpenQuestions> => ({
  open: await read.openDeskQuestions(actor.person.id),
});

/** A question goes to the desk: one card there, a receipt here, a reminder when nobody answers. The same question twice is one. */
export function putToDesk({ open }: OpenQuestions, text: string, id: DeskQuestionId, context: ActionContext): Outcome {
  const present = open.find((one) => one.text === text);
  if (present !== undefined) return { reply: answerCards.sent.shown({ questionId: present.id }) };
  if (open.length >= mostOpen)
    return { reply: answerForms.ask.again({ questionId: id, said: text }, { question: 'too-many' }) };
  const { actor, now, calendar } = context;
  const row: DeskQuestion = {
    id,
    text,
    language: actor.language,
    personId: actor.person.id,
    organisationId: actor.channel?.organisationId ?? onlyOne(actor.organisations)?.id ?? null,
    conversation: actor.conversation,
    at: now,
    state: 'open',
    answer: null,
    answeredBy: null,
    answeredAt: null,
    answerId: null,
    version: 0,
  };
  return {
    changes: [{ put: 'deskQuestion', row }],
    notices: [{ key: askedKey(id), ...answerCards.asked.with({ questionId: id }), to: { desk: true } }],
    dues: [answerJobs.remind.at(calendar.addWorkingMinutes(now, answerWithin), remindKey(id), { questionId: id })],
    reply: answerCards.sent.shown({ questionId: id }),
  };
}
