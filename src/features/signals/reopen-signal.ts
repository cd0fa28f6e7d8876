import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../contracts/outcome.js';
import { signalPost, stepSignal, tellSender } from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { entry } from '../../domain/timeline/entries.js';
import { loadStepping, ofSignal, presentState } from './signal-facts.js';

/**
 * Opnieuw openen: a signal that was closed, or merged by mistake, is new again. Votes that moved along stay where they
 * went: nobody can say any more whose they were.
 */
export const reopenSignal = action({
  slug: 'reopen-signal',
  subject: ofSignal,
  fields: z.object({}),
  load: (read, { signalId }) => loadStepping(read, signalId),
  may: (_facts, { actor }) => workgroupOnly(actor),
  decide({ signal, hearers }, _fields, { now }): Outcome | Refusal {
    if (signal.state === 'new') return { reply: presentState(signal) };
    const patch = { closedBecause: null, mergedInto: null, meetingId: null };
    const stepped = stepSignal(signal, 'reopen', patch, now);
    if (isRefusal(stepped)) return stepped;
    return {
      changes: [{ put: 'signal', row: stepped.signal }],
      entries: [entry('signal', signal.id, 'reopened', {})],
      notices: tellSender(signal, 'reopened', hearers),
      refresh: [signalPost(signal.id), ...(signal.mergedInto === null ? [] : [signalPost(signal.mergedInto)])],
      reply: presentState(signal),
    };
  },
});
