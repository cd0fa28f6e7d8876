import { event, type CaseEvent } from '../events.js';
import { can } from '../policy.js';
import { isOpen } from '../states.js';
import type { Decider } from './command.js';

/** Ja, op de wachtlijst: also of a service that says it is full (R11). */
export const keep: Decider<'keep'> = (_standing, _command, by) => [event('kept', {}, by)];
/** The place that came free is still needed (R10, R11). */
export const confirmPlace: Decider<'confirm-place'> = (_standing, _command, by) => [event('place-confirmed', {}, by)];
export const withdraw: Decider<'withdraw'> = (_standing, { reason }, by) => [event('withdrawn', { reason }, by)];

/** Gegevens wijzigen: an answer of the intake is put right after sending; where it stands does not change. */
export const amend: Decider<'amend'> = (_standing, { field, facts }, by) => [event('amended', { field, facts }, by)];

/** Laten staan: it is still needed beside the place that another referral of the trail has. */
export const keepBeside: Decider<'keep-beside'> = (_standing, _command, by) => [event('kept-beside', {}, by)];

/** Nog nodig: its place on the waiting list (R11). */
export const confirmWaiting: Decider<'confirm-waiting'> = (_standing, _command, by) => [
  event('waiting-confirmed', {}, by),
];

/** Terug op de wachtlijst: within two weeks, with the place that follows from its first registration (R11). */
export const returnToList: Decider<'return-to-list'> = (_standing, _command, by) => [event('returned-to-list', {}, by)];

/**
 * Andere aanbieder (R12): the first referral is withdrawn or kept, as the worker said; kept on the waiting list when that
 * was asked. Of one that is over nothing is asked any more. The referrer has acted, so the provider cannot take its answer back any more.
 */
export const referOn: Decider<'refer-on'> = ({ referral }, { to, chosen, first }, by, { actor, now }) => {
  if (!isOpen(referral.state)) return [event('referred-on', { to, chosen, from: null, kept: false }, by)];
  const mayKeep = 'side' in can(actor, 'keep', referral, now);
  const what: CaseEvent[] =
    first === 'withdraw' ? [event('withdrawn', { reason: 'elsewhere' }, by)] : mayKeep ? [event('kept', {}, by)] : [];
  return [event('referred-on', { to, chosen, from: null, kept: first === 'keep' }, by), ...what];
};

/** Overdragen: somebody else of a side has the case from now on, by that side or the desk; nothing when it is not on that name any more. */
export const handOver: Decider<'hand-over'> = ({ referral }, { of, from, to }, by) => {
  const present = of === 'clb' ? referral.referrerId : referral.contactedBy;
  const mayFor = by.side === of || by.side === 'desk';
  return !mayFor || present !== from || from === to ? [] : [event('handed-over', { of, from, to }, by)];
};
