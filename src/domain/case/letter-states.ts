import type { ReferralState } from './states.js';

/** It was sent, and nothing is known yet. */
export const sentStates = [
  'registered',
  'held',
  'dispatched',
  'to-phone',
  'delivered',
  'contacted',
] as const satisfies readonly ReferralState[];

/** States in which a family can be told something that holds tomorrow: elsewhere something is to be chosen first, or it is over. */
export const letterStates: readonly ReferralState[] = [...sentStates, 'waitlisted', 'placed'];
