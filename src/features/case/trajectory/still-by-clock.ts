import type { Context } from '../../../contracts/context.js';
import type { Change, Outcome } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { StillCounted, StillMonths } from '../../../domain/codes.js';
import { trimesterOf } from '../../../domain/figures/period.js';
import type { TrajectoryCommand } from '../../../domain/trajectory/decide.js';

/**
 * Whom it is asked whether the pupil is still at school: who referred, or the team when that person is in it no more. It is not
 * asked of a group, of a pupil who went on to another trajectory, nor where the data were erased.
 */
export async function stillCommand(
  read: Read,
  { trajectory, referral }: TrajectoryCase,
): Promise<Extract<TrajectoryCommand, { act: 'still-at-school' }>> {
  const members = await read.membersOf(trajectory.clbId);
  const skip =
    referral.target !== 'pupil' ||
    (await read.isErased(trajectory.trailId)) ||
    (await read.hasLaterTrajectory(trajectory.id));
  const isThere = members.some(({ id }) => id === trajectory.referrerId);
  return { act: 'still-at-school', of: isThere ? 'referrer' : 'team', skip };
}

/** One answer as it is counted: the trimester, the region and what was said. Nothing leads back to the pupil. */
export const stillCount = (
  { region }: Pick<Referral, 'region'>,
  months: StillMonths,
  answer: StillCounted,
  { calendar, now }: Pick<Context, 'calendar' | 'now'>,
): Change => ({ put: 'stillCount', row: { since: trimesterOf(calendar.dayOf(now)).from, region, months, answer } });

/** When no answer came, that is counted too. */
export function countUnknown(outcome: Outcome, { trajectory, referral }: TrajectoryCase, context: Context): Outcome {
  const asked = trajectory.still.asked;
  const isOver = (outcome.trajectories ?? []).some(({ events }) => events.some(({ name }) => name === 'still-unknown'));
  return isOver && asked !== null
    ? { ...outcome, changes: [stillCount(referral, asked.months, 'no-answer', context)] }
    : outcome;
}
