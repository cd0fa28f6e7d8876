import { view } from '../../contracts/action.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { loadSignal, maySee, ofSignal, type SignalFacts } from './signal-facts.js';
import { signalLines } from './signal-lines.js';

interface ReceiptFacts extends SignalFacts {
  readonly next: Meeting | null;
}

/** What the sender gets: the reference, and what happens now. */
export const signalReceipt = view({
  slug: 'signal-receipt',
  audience: 'stored',
  params: ofSignal,
  async load(read, { signalId }, { now }): Promise<ReceiptFacts | null> {
    const facts = await loadSignal(read, signalId);
    const planned = await read.meetings(['planned']);
    return facts === null ? null : { ...facts, next: planned.find(({ startsAt }) => startsAt > now) ?? null };
  },
  may: ({ signal }, actor) => maySee(signal, actor),
  fill(facts, context) {
    const { language, calendar, now } = context;
    const { signalId, reference, state, strip, text, about } = signalLines(facts, context);
    const { next } = facts;
    return {
      signalId,
      reference,
      state,
      strip,
      text,
      about,
      personId: facts.signal.personId,
      next:
        next === null
          ? texts(language)('signals.signal-receipt.next-unknown')
          : texts(language)('signals.signal-receipt.next', {
              day: day(calendar.dayOf(next.startsAt), language, calendar.dayOf(now)),
            }),
    };
  },
  summary: ({ signal }, { language }) =>
    texts(language)('signals.signal-receipt.summary', { reference: signal.reference }),
});
