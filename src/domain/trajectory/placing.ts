import type { Calendar } from '../calendar.js';
import type { Change } from '../case/aggregate.js';
import { onPlace } from '../case/on-place.js';
import type { Referral } from '../case/referral.js';
import type { TrajectoryId } from '../ids.js';
import { startByFrom } from './clocks.js';
import { trajectoryEvent as event, type TrajectoryEvent } from './events.js';
import { isLiveTrajectory } from './states.js';
import type { Trajectory } from './trajectory.js';

export type TrajectoryChange = Change<Trajectory, TrajectoryEvent>;

interface Placing {
  readonly now: Date;
  readonly calendar: Calendar;
  readonly newId: () => TrajectoryId;
}

/** The trajectory, whose start a place awaits and which its end drops; one that was completed ended together with its place. Pure. */
export const trajectoriesFor = (
  referral: Referral,
  all: readonly Trajectory[],
  { now, calendar, newId }: Placing,
): TrajectoryChange[] =>
  referral.state === 'completed'
    ? []
    : onPlace<Trajectory, TrajectoryEvent>(referral, all, now, {
        isLive: isLiveTrajectory,
        newId,
        drop: (by) => event('dropped', {}, by),
        begin: (facts, by) => event('awaited', { facts, nextBy: startByFrom(now, calendar) }, by),
      });
