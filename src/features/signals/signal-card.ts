import { view, type ViewContext } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import { isInWorkgroup } from '../../contracts/workgroup-home.js';
import { signalAfter, type Signal } from '../../domain/workgroup/signal.js';
import type { ToldEntry } from '../../domain/timeline/entries.js';
import { entryHistory } from '../../texts/entry-history.js';
import { signalState } from '../../texts/signal-words.js';
import { texts } from '../../texts/index.js';
import { loadSignal, maySee, ofSignal, type SignalFacts } from './signal-facts.js';
import { signalLines } from './signal-lines.js';
import { isOpenForSupport } from './support-signal.js';

interface CardFacts extends SignalFacts {
  /** What happened to it, newest first. */
  readonly told: readonly ToldEntry<'signal'>[];
}

/** One signal, with what the reader can do: the working group and the desk everything, the sender looks. */
export const signalCard = view({
  slug: 'signal-card',
  audience: 'stored',
  params: ofSignal,
  async load(read, { signalId }): Promise<CardFacts | null> {
    const facts = await loadSignal(read, signalId);
    return facts === null ? null : { ...facts, told: await read.timeline('signal', signalId) };
  },
  may: ({ signal }, actor) => maySee(signal, actor),
  fill: (facts, context) => ({
    ...signalLines(facts, context),
    history: historyOf(facts, context),
    ...doable(facts, context.actor),
  }),
  summary: ({ signal }, { language }) =>
    texts(language)('signals.signal-card.summary', {
      reference: signal.reference,
      state: signalState(language, signal.state),
    }),
});

/** Who supports it is counted above, and who that is stays unsaid. */
const historyOf = ({ told }: CardFacts, context: ViewContext) =>
  entryHistory(told, ['supported', 'support-withdrawn'], context);

/** Which buttons there are. Without a reader, in a stored message, only the lists, which ask again who presses. */
function doable({ signal, supporters }: SignalFacts, actor: Actor | null) {
  const may = actor !== null && isInWorkgroup(actor);
  const can = (act: Parameters<typeof signalAfter>[1]): boolean => may && signalAfter(signal.state, act) !== null;
  const supports = actor !== null && supporters.includes(actor.person.id);
  return {
    mayPutOnAgenda: can('put-on-agenda') && signal.state === 'new',
    mayPutOnAgendaAgain: can('put-on-agenda') && signal.state !== 'new',
    mayDeliver: can('deliver'),
    mayAnswer: can('answer'),
    maySupport: may && isOpenForSupport(signal) && !supports,
    mayTakeBack: may && isOpenForSupport(signal) && supports,
    mayMerge: can('merge'),
    mayClose: can('close'),
    mayReopen: can('reopen'),
    toAll: actor === null || may,
    mine: mineOf(signal, actor, may),
  };
}

const mineOf = (signal: Signal, actor: Actor | null, may: boolean): string | null =>
  actor !== null && !may && signal.personId === actor.person.id ? actor.person.id : null;
