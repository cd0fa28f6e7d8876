import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { QuestionId } from '../../../domain/ids.js';
import { happens, mayAct, whoWasFirst } from '../act-on-case.js';
import { loadAsking, presentOf, questionSubject, type AskingFacts } from './question-facts.js';

interface Withdrawing extends AskingFacts {
  readonly questionId: QuestionId;
}

const isOpen = ({ referral, questionId }: Withdrawing): boolean =>
  referral.questions.some((one) => one.id === questionId);

/** Vraag intrekken: one press; nobody has to answer it any more. */
export const withdrawQuestion = action({
  slug: 'withdraw-question',
  subject: questionSubject,
  fields: z.object({}),
  async load(read, subject, context): Promise<Withdrawing | Refusal> {
    const facts = await loadAsking(read, subject, context);
    return isRefusal(facts) ? facts : { ...facts, questionId: subject.questionId };
  },
  may(facts, context) {
    const isDone = facts.history.some(
      ({ name, data, personId }) =>
        name === 'question-withdrawn' && data['question'] === facts.questionId && personId === context.actor.person.id,
    );
    if (isDone) return null;
    if (!isOpen(facts)) return whoWasFirst(facts, context, presentOf(facts));
    return mayAct(facts, ['withdraw-question'], context, presentOf(facts));
  },
  decide(facts, _fields, context): Outcome | Refusal {
    if (!isOpen(facts)) return { reply: presentOf(facts) };
    const command = { act: 'withdraw-question', question: facts.questionId } as const;
    const change = happens(facts, command, context, presentOf(facts));
    if (isRefusal(change)) return change;
    return { cases: [change], reply: { ...presentOf(facts), note: { key: 'question-withdrawn' } } };
  },
});
