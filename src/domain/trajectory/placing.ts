import type { Calendar } from '../calendar.js';
import type { EventBy } from '../case/events.js';
import type { Referral } from '../case/referral.js';
import type { TrajectoryId } from '../ids.js';
import { startByFrom } from './clocks.js';
import { trajectoryEvent as event, type TrajectoryEvent } from './events.js';
import { isLiveTrajectory } from './states.js';
import type { Trajectory } from './trajectory.js';

/** What happens to one trajectory: its events, in order; `before` is null for a new one. */
export interface TrajectoryChange {
  readonly id: TrajectoryId;
  readonly before: Trajectory | null;
  readonly events: readonly TrajectoryEvent[];
}

interface Placing {
  readonly now: Date;
  readonly calendar: Calendar;
  readonly newId: () => TrajectoryId;
}

/**
 * What a place asks for, and what its end takes away: a referral with a place has a trajectory whose start is awaited;
 * without one, what was still to come is dropped. Used when a referral changes, and by the nightly run. Pure.
 */
export function trajectoriesFor(
  referral: Referral,
  all: readonly Trajectory[],
  { now, calendar, newId }: Placing,
): TrajectoryChange[] {
  const by: EventBy = { at: now, side: 'clock', personId: null, organisationId: null };
  // It ended together with its trajectory.
  if (referral.state === 'completed') return [];
  if (referral.state !== 'placed')
    return all.filter(isLiveTrajectory).map((one) => ({ id: one.id, before: one, events: [event('dropped', {}, by)] }));
  if (referral.providerId === null || referral.serviceId === null) return [];
  if (all.some(({ state }) => state !== 'dropped')) return [];
  const { id: referralId, trailId, clbId, referrerId, providerId, serviceId } = referral;
  const facts = { referralId, trailId, clbId, referrerId, providerId, serviceId };
  return [{ id: newId(), before: null, events: [event('awaited', { facts, nextBy: startByFrom(now, calendar) }, by)] }];
}
