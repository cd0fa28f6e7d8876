import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../contracts/outcome.js';
import { signalPost, stepSignal, tellSender } from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { entry } from '../../domain/timeline/entries.js';
import { closeReasons } from '../../domain/workgroup/signal.js';
import { signalText } from '../../texts/signal-words.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { loadPoints, offTheAgenda, type Points } from './agenda-points.js';
import { loadStepping, ofSignal, presentState, type Stepping } from './signal-facts.js';

/** Afsluiten: a signal with which nothing more happens, with a reason; its sender is told. Errors: `reason-missing`. */
export const closeSignal = action({
  slug: 'close-signal',
  subject: ofSignal,
  fields: z.object({ reason: z.enum(closeReasons, { error: 'reason-missing' }) }),
  async load(read, { signalId }): Promise<(Stepping & Points) | Refusal> {
    const stepping = await loadStepping(read, signalId);
    return isRefusal(stepping) ? stepping : { ...stepping, points: await loadPoints(read, stepping.signal) };
  },
  may: (_facts, { actor }) => workgroupOnly(actor),
  form: ({ signal }, { actor: { language } }, { typed }) => ({
    signalId: signal.id,
    reference: texts(language)('signals.lines.reference', { reference: signal.reference }),
    text: plain(signalText(language, signal)),
    reasons: closeReasons.map((reason) => ({
      title: texts(language)(`signals.close-reasons.${reason}`),
      value: reason as string,
    })),
    typed: { reason: typed['reason'] ?? null },
  }),
  decide({ signal, hearers, points }, { reason }, { now }): Outcome | Refusal {
    if (signal.state === 'closed') return { reply: presentState(signal) };
    const stepped = stepSignal(signal, 'close', { closedBecause: reason }, now);
    if (isRefusal(stepped)) return stepped;
    const agenda = offTheAgenda(points);
    return {
      changes: [{ put: 'signal', row: stepped.signal }, ...agenda.changes],
      entries: [entry('signal', signal.id, 'closed', { reason }), ...agenda.entries],
      notices: tellSender(signal, 'closed', hearers),
      refresh: [signalPost(signal.id), ...agenda.refresh],
      reply: presentState(signal),
    };
  },
});
