import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { NoteId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { caseSubject, happens, mayAct } from '../act-on-case.js';
import { headOf, loadAsking, presentOf, refusedWhenErased, typedWords, type AskingFacts } from './question-facts.js';

interface Noting extends AskingFacts {
  /** How many notes there had been when the form was opened; null: it is opened now. */
  readonly drawnAfter: number | null;
}

const notes = ({ history }: AskingFacts) => history.filter(({ name }) => name === 'note-left');

/** The same press again: the note that it left is there. */
const isLeftAlready = (facts: Noting, { actor }: ActionContext): boolean =>
  facts.drawnAfter !== null && notes(facts)[facts.drawnAfter]?.personId === actor.person.id;

/** Bericht aan het CLB: how a trajectory goes, as long as it runs. What is typed is sealed; the thread says only that there is a note. Errors: `missing`, `too-long`. */
export const leaveNote = action({
  slug: 'leave-note',
  subject: caseSubject.extend({ drawnAfter: z.coerce.number().int().min(0).nullish().catch(null) }),
  fields: z.object({ note: typedWords }),
  async load(read, subject, context): Promise<Noting | Refusal> {
    const facts = await loadAsking(read, subject, context);
    return isRefusal(facts) ? facts : { ...facts, drawnAfter: subject.drawnAfter ?? null };
  },
  may: (facts, context) => mayAct(facts, ['leave-note'], context, presentOf(facts)) ?? refusedWhenErased(facts),
  form: (facts, { actor: { language } }, { typed }) => ({
    ...headOf(facts, language),
    title: texts(language)('questions.leave-note.to', { who: plain(facts.clb?.name ?? '') }),
    drawnAfter: String(facts.drawnAfter ?? notes(facts).length),
    typed: { note: typed['note'] ?? null },
  }),
  decide(facts, { note: text }, context): Outcome | Refusal {
    if (isLeftAlready(facts, context)) return { reply: presentOf(facts) };
    const command = { act: 'leave-note', note: context.newId<NoteId>(), text } as const;
    const change = happens(facts, command, context, presentOf(facts));
    if (isRefusal(change)) return change;
    return { cases: [change], reply: { ...presentOf(facts), note: { key: 'note-left' } } };
  },
});
