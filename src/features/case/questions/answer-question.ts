import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { QuestionId } from '../../../domain/ids.js';
import { happens, mayAct, whoWasFirst } from '../act-on-case.js';
import {
  headOf,
  loadAsking,
  presentOf,
  questionSubject,
  refusedWhenErased,
  typedWords,
  type AskingFacts,
} from './question-facts.js';

interface Answering extends AskingFacts {
  readonly questionId: QuestionId;
}

const isOpen = ({ referral, questionId }: Answering): boolean =>
  referral.questions.some((one) => one.id === questionId);

/** The same press again: this person has answered it. */
const isAnswered = ({ history, questionId }: Answering, { actor }: ActionContext): boolean =>
  history.some(
    ({ name, data, personId }) =>
      name === 'question-answered' && data['question'] === questionId && personId === actor.person.id,
  );

/**
 * Antwoorden: on the card with the question, which one opened before. What is typed is sealed. Its own form only says what is
 * wrong and keeps what was typed: the question itself is shown by nothing but `open-questions`, which writes the read log.
 */
export const answerQuestion = action({
  slug: 'answer-question',
  subject: questionSubject,
  fields: z.object({ answer: typedWords }),
  async load(read, subject, context): Promise<Answering | Refusal> {
    const facts = await loadAsking(read, subject, context);
    return isRefusal(facts) ? facts : { ...facts, questionId: subject.questionId };
  },
  may(facts, context) {
    if (isAnswered(facts, context)) return null;
    if (!isOpen(facts)) return whoWasFirst(facts, context, presentOf(facts));
    return mayAct(facts, ['answer-question'], context, presentOf(facts)) ?? refusedWhenErased(facts);
  },
  form: (facts, { actor: { language } }, { typed }) => ({
    ...headOf(facts, language),
    questionId: facts.questionId,
    typed: { answer: typed['answer'] ?? null },
  }),
  decide(facts, { answer: text }, context): Outcome | Refusal {
    if (isAnswered(facts, context)) return { reply: presentOf(facts) };
    const command = { act: 'answer-question', question: facts.questionId, text } as const;
    const change = happens(facts, command, context, presentOf(facts));
    if (isRefusal(change)) return change;
    return { cases: [change], reply: { ...presentOf(facts), note: { key: 'question-answered' } } };
  },
});
