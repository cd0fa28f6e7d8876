import type { ReferralId, SignalId } from '../domain/ids.js';
import { formTo } from '../domain/reference-to.js';

interface OfSignal {
  readonly signalId: SignalId;
}

/** The forms of a signal, wherever they are opened from. */
export const signalForms = {
  /** `said`: what was typed behind the word; `warned`: why not all of it: something personal was found, or it was too long. */
  raise: formTo<{
    readonly signalId?: SignalId;
    readonly referralId?: ReferralId;
    readonly said?: string;
    readonly warned?: 'personal' | 'cut';
  }>('raise-signal'),
  answer: formTo<OfSignal>('answer-signal'),
  deliver: formTo<OfSignal>('deliver-signal'),
  merge: formTo<OfSignal>('merge-signals'),
} as const;
