import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { signalNews, type SignalNews } from '../../contracts/signal-notices.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { loadSignal, ofSignal, signalId, type SignalFacts } from './signal-facts.js';

interface UpdateFacts {
  /** The reader's own signal. */
  readonly own: SignalFacts;
  /** The one something happened to: the same, or the one it was merged into. */
  readonly about: SignalFacts;
  readonly what: SignalNews;
}

/** A message to the sender: what happened to the signal, in one sentence per step. */
export const signalUpdate = view({
  slug: 'signal-update',
  audience: 'stored',
  params: ofSignal.extend({ what: z.enum(signalNews), by: signalId.nullish() }),
  async load(read, { signalId: id, what, by }): Promise<UpdateFacts | null> {
    const own = await loadSignal(read, id);
    const about = by ? await loadSignal(read, by) : own;
    return own === null || about === null ? null : { own, about, what };
  },
  fill(facts, context) {
    const say = texts(context.language);
    const { own, about } = facts;
    return {
      signalId: own.signal.id,
      reference: say('signals.lines.reference', { reference: own.signal.reference }),
      sentence: sentenceOf(facts, context),
      joined:
        about.signal.id === own.signal.id || facts.what === 'merged'
          ? null
          : say('signals.signal-update.joined', { reference: about.signal.reference }),
    };
  },
  summary: (facts, context) =>
    texts(context.language)('signals.signal-update.summary', {
      reference: facts.own.signal.reference,
      sentence: sentenceOf(facts, context, (text) => text),
    }),
});

/** The sentence of the news. `escaped` makes what people typed safe to draw; the toast takes it as it is. */
function sentenceOf(facts: UpdateFacts, { language, calendar, now }: ViewContext, escaped = plain): string {
  const say = texts(language);
  const { about, what } = facts;
  const { signal, meeting, into } = about;
  const isWaiting = what === 'on-agenda' && meeting === null;
  const when = meeting === null ? '' : day(calendar.dayOf(meeting.startsAt), language, calendar.dayOf(now));
  const told = say(isWaiting ? 'signals.told.on-agenda-waits' : `signals.told.${what}`, {
    when,
    body: escaped(signal.deliveredTo ?? ''),
    answer: escaped(signal.answer ?? ''),
    reason: say(`signals.close-reasons.${signal.closedBecause ?? 'other'}`),
    into: into?.reference ?? '',
  });
  return told;
}
