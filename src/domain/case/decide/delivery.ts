import { isFullOn } from '../../organisation.js';
import type { EventBy } from '../aggregate.js';
import { event, type CaseEvent } from '../events.js';
import { isUnderway } from '../states.js';
import type { CaseMoment, CaseStanding, Decider } from './command.js';

/** Sent again after it was called back (R4). */
export const resend: Decider<'resend'> = (_standing, { facts, held }, by, { calendar, now }) => [
  event('registered', { again: true, held, deliverAt: held === null ? calendar.nextOpening(now) : null, facts }, by),
];

export const recall: Decider<'recall'> = (_standing, _command, by) => [event('recalled', {}, by)];

/** The desk has chosen: it goes at once, or at the next opening (R4, R7, R8). */
export const assign: Decider<'assign'> = (_standing, { service }, by, { calendar, now }) => [
  event(
    'assigned',
    { providerId: service.organisationId, serviceId: service.id, deliverAt: calendar.nextOpening(now) },
    by,
  ),
];

/** The CLB takes the service with room of which it was told, and no other: the desk need not choose any more (R12). */
export const takeMatch: Decider<'take-match'> = (standing, { service }, by, moment) =>
  standing.referral.match?.serviceId === service.id ? assign(standing, { act: 'assign', service }, by, moment) : [];

/**
 * Leaves for the provider while the desk is active, or at once when the desk says so (R4). A service that turns out to be
 * full is not offered (R12); a provider without a channel is phoned by the desk.
 */
export const deliver: Decider<'deliver'> = (standing, command, by, { calendar, now }) => {
  const { service, hasChannel, referral } = standing;
  if (service === null) return [];
  if (isFullOn(service, calendar.dayOf(now)))
    return [event('full', { until: service.fullUntil, marking: null, asked: false, before: service.fullUntil }, by)];
  if (!command.now && !calendar.isOpen(now)) {
    const deliverAt = calendar.nextOpening(now);
    return deliverAt.getTime() === referral.deliverAt?.getTime()
      ? []
      : [event('delivery-postponed', { deliverAt }, by)];
  }
  return [event('dispatched', { channel: hasChannel }, by)];
};

/** The provider has it: from now on the term for contact runs (R9). */
function delivered(standing: CaseStanding, how: 'teams' | 'phone', by: EventBy, moment: CaseMoment): CaseEvent[] {
  const { referral } = standing;
  if (!isUnderway(referral.state) && referral.deliveredAt !== null) return [];
  const contactBy = moment.calendar.addWorkingMinutes(by.at, moment.settings.contactWithinMinutes);
  return [event('delivered', { how, contactBy }, by)];
}

export const receive: Decider<'receive'> = (standing, _command, by, moment) => delivered(standing, 'teams', by, moment);
export const notePhoned: Decider<'note-phoned'> = (standing, _command, by, moment) =>
  delivered(standing, 'phone', by, moment);

/** The post did not reach the provider. */
export const miss: Decider<'miss'> = (_standing, { reason }, by) => [event('not-received', { reason }, by)];
