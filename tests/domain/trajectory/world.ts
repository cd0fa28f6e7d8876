import type { Side } from '../../../src/domain/case/referral.js';
import { decideTrajectory, isTrajectoryDenied, type TrajectoryCommand } from '../../../src/domain/trajectory/decide.js';
import { foldTrajectory } from '../../../src/domain/trajectory/evolve.js';
import { trajectoriesFor } from '../../../src/domain/trajectory/placing.js';
import type { Trajectory } from '../../../src/domain/trajectory/trajectory.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { calendar, ids, referralIn, registeredAt } from '../../support/case.js';

export const id = '13131313-0000-4000-8000-000000000001' as Trajectory['id'];
export const at = (text: string): Date => new Date(text);

/** What a place asks for: the start of a trajectory. */
export function awaited(now = registeredAt): Trajectory {
  const [change] = trajectoriesFor(referralIn('placed'), [], { now, calendar, newId: () => id });
  return foldTrajectory(null, change!.events, id);
}

export const decide = (one: Trajectory, command: TrajectoryCommand, side: Side, now = registeredAt) =>
  decideTrajectory(one, command, {
    now,
    calendar,
    settings: defaultSettings,
    hasSchool: true,
    actor: { sides: [side], isAuthor: false },
    by: { personId: side === 'clock' ? null : (ids.worker as never), organisationId: null },
  });

/** The trajectory after an act that is allowed. */
export function after(one: Trajectory, command: TrajectoryCommand, side: Side, now = registeredAt): Trajectory {
  const decided = decide(one, command, side, now);
  if (isTrajectoryDenied(decided)) throw new Error(decided.denied);
  return foldTrajectory(one, decided, id);
}
