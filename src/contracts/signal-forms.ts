import type { ReferralId, SignalId } from '../domain/ids.js';
import { formTo } from '../domain/reference-to.js';

interface OfSignal {
  readonly signalId: SignalId;
}

/** The forms of a signal, wherever they are opened from. */
export const signalForms = {
  /** `said`: what was typed behind the word; `warned`: it was left out, because something personal was found in it. */
  raise: formTo<{ readonly referralId?: ReferralId; readonly said?: string; readonly warned?: 'true' }>('raise-signal'),
  answer: formTo<OfSignal>('answer-signal'),
  deliver: formTo<OfSignal>('deliver-signal'),
  merge: formTo<OfSignal>('merge-signals'),
} as const;
