import type { Feature } from '../../contracts/action.js';
import { answerSignal } from './answer-signal.js';
import { closeSignal } from './close-signal.js';
import { deliverSignal } from './deliver-signal.js';
import { listMySignals } from './list-my-signals.js';
import { listSignals } from './list-signals.js';
import { makeSignals, makeSignalsEachMonth } from './make-signals.job.js';
import { mergeSignals } from './merge-signals.js';
import { raiseSignal } from './raise-signal.js';
import { reopenSignal } from './reopen-signal.js';
import { setSignalRules } from './set-signal-rules.js';
import { signalCard } from './signal-card.js';
import { signalList } from './signal-list.js';
import { signalPost } from './signal-post.js';
import { signalReceipt } from './signal-receipt.js';
import { signalUpdate } from './signal-update.js';
import { startSignal } from './start-signal.js';
import { supportSignal } from './support-signal.js';

/** What workers bring to the working group, and what comes from the figures: from the first word to the answer (R19). */
export const signals: Feature = {
  name: 'signals',
  actions: [
    startSignal,
    raiseSignal,
    supportSignal,
    mergeSignals,
    deliverSignal,
    answerSignal,
    closeSignal,
    reopenSignal,
    listSignals,
    listMySignals,
    setSignalRules,
  ],
  views: [signalReceipt, signalPost, signalCard, signalUpdate, signalList],
  jobs: [makeSignals],
  schedules: [makeSignalsEachMonth],
};
