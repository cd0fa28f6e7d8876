import { event } from '../events.js';
import type { Decider } from './command.js';

/** Plaats vrij (R11): the provider calls back; `reason` says why another than the first in order. */
export const freePlace: Decider<'free-place'> = (_standing, { reason }, by) => [event('place-freed', { reason }, by)];
/** The day on which the provider expects to begin moves (R11). The same day again is nothing new. */
export const moveStart: Decider<'move-start'> = ({ referral }, { to }, by) =>
  referral.expectedStartOn === to ? [] : [event('start-moved', { from: referral.expectedStartOn, to }, by)];
