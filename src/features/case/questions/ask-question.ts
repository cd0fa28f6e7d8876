import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { QuestionId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { caseSubject, happens, mayAct } from '../act-on-case.js';
import { headOf, loadAsking, presentOf, refusedWhenErased, typedWords, type AskingFacts } from './question-facts.js';

interface Asking extends AskingFacts {
  /** How many questions there had been when the form was opened; null: it is opened now. */
  readonly drawnAfter: number | null;
}

const asked = ({ history }: AskingFacts) => history.filter(({ name }) => name === 'question-asked');

/** The same press again: the question that it asked is there. */
const isAskedAlready = (facts: Asking, { actor }: ActionContext): boolean =>
  facts.drawnAfter !== null && asked(facts)[facts.drawnAfter]?.personId === actor.person.id;

/** Iets vragen: to the other side, in the case. What is typed is sealed; the thread says only that there is a question. */
export const askQuestion = action({
  slug: 'ask-question',
  subject: caseSubject.extend({ drawnAfter: z.coerce.number().int().min(0).nullish().catch(null) }),
  fields: z.object({ question: typedWords }),
  async load(read, subject, context): Promise<Asking | Refusal> {
    const facts = await loadAsking(read, subject, context);
    return isRefusal(facts) ? facts : { ...facts, drawnAfter: subject.drawnAfter ?? null };
  },
  may: (facts, context) => mayAct(facts, ['ask-question'], context, presentOf(facts)) ?? refusedWhenErased(facts),
  form: (facts, { actor: { language } }, { typed }) => ({
    ...headOf(facts, language),
    title: texts(language)('questions.ask-question.to', {
      who: plain((facts.way.reader === 'provider' ? facts.clb?.name : facts.provider?.name) ?? ''),
    }),
    drawnAfter: String(facts.drawnAfter ?? asked(facts).length),
    typed: { question: typed['question'] ?? null },
  }),
  decide(facts, { question: text }, context): Outcome | Refusal {
    if (isAskedAlready(facts, context)) return { reply: presentOf(facts) };
    const command = { act: 'ask-question', question: context.newId<QuestionId>(), text } as const;
    const change = happens(facts, command, context, presentOf(facts));
    if (isRefusal(change)) return change;
    return { cases: [change], reply: { ...presentOf(facts), note: { key: 'question-asked' } } };
  },
});
