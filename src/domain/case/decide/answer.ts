import { event } from '../events.js';
import type { Decider } from './command.js';

/** Gecontacteerd: stops the clock and takes the case on one's name (R9). */
export const contact: Decider<'contact'> = (_standing, _command, by) => [event('contacted', {}, by)];
/** Plaats: a match and a place now (R10). */
export const place: Decider<'place'> = (_standing, _command, by) => [event('placed', {}, by)];
/** Wachtlijst, and the CLB has still to say whether it keeps it (R11). */
export const proposeWaitlist: Decider<'propose-waitlist'> = (_standing, { expectedStartOn }, by) => [
  event('waitlist-proposed', { expectedStartOn }, by),
];
/** Wachtlijst, and the CLB keeps it (R11). */
export const putOnWaitlist: Decider<'put-on-waitlist'> = (_standing, { expectedStartOn }, by) => [
  event('waitlisted', { expectedStartOn }, by),
];
/** Geen match, with a coded reason; a note stands in the sealed file (R12). */
export const refuseMatch: Decider<'refuse-match'> = (_standing, { reason, note }, by) => [
  event('no-match', { reason, note: note ? 'given' : null }, by),
];
/** Volzet: this referral was answered with it, or its service was said to be full (R12). */
export const markFull: Decider<'mark-full'> = ({ service }, { until, marking, asked }, by) => [
  event('full', { until, marking, asked, before: service?.fullUntil ?? null }, by),
];
/** Its service was said to be full while it waits: it stays on the list, and the referrer may look elsewhere (R12). */
export const hearFull: Decider<'hear-full'> = (_standing, { until, marking }, by) => [
  event('service-full', { until, marking }, by),
];
/** That it was full is taken back. */
export const hearOpen: Decider<'hear-open'> = (_standing, { marking }, by) => [
  event('service-not-full', { marking }, by),
];
/** Ongedaan maken: the state before the answer, whole. */
export const undo: Decider<'undo'> = ({ referral }, _command, by) =>
  referral.undo === null ? [] : [event('answer-undone', { answer: referral.state, back: referral.undo.back }, by)];
/** Its trajectory ended, with this outcome (R13). */
export const complete: Decider<'complete'> = (_standing, { outcome }, by) => [event('completed', { outcome }, by)];
/** Its trajectory goes on after all. */
export const reopen: Decider<'reopen'> = (_standing, _command, by) => [event('reopened', {}, by)];
/** A mistaken answer is put right later, with a reason, told to the other side. */
export const correct: Decider<'correct'> = ({ referral }, { reason }, by) => [
  event('answer-corrected', { answer: referral.state, reason }, by),
];
