import { clbPost, offerPost, type CasePost } from '../case/posts.js';
import type { TrajectoryId } from '../ids.js';
import { postKey, type PostKey } from '../reference-to.js';
import { trajectoryCards } from './cards.js';
import { isLeft, isTooOftenAbsent } from './clocks.js';
import { daysFrom, weekOf } from './half-days.js';
import type { Trajectory } from './trajectory.js';
import { countPosts, weeksBack } from './weekly-count.js';

/** Key of a trajectory before the desk. */
export const trajectoryDeskPost = (id: TrajectoryId): PostKey => postKey(`trajectory:${id}:desk`);

/** The post of the referral at this side, under which what happens to its trajectory is told. */
export const threadOfTrajectory = (
  { referralId, serviceId }: Pick<Trajectory, 'referralId' | 'serviceId'>,
  side: 'clb' | 'provider',
): PostKey => (side === 'clb' ? clbPost(referralId) : offerPost(referralId, serviceId));

/** Every living card of a trajectory that must be there: on both sides the post of the referral tells it; what is left, or absent three times in a row, stands before the desk. Pure. */
export function postsOfTrajectory(trajectory: Trajectory): CasePost[] {
  if (!isLeft(trajectory) && !isTooOftenAbsent(trajectory)) return [];
  const desk = trajectoryCards.card.with({ trajectoryId: trajectory.id, side: 'desk' });
  const key = trajectoryDeskPost(trajectory.id);
  return [{ key, ...desk, to: { desk: true }, mention: null, living: true, receipt: null }];
}

/** Keys of living cards that show it beside others: those that asked its provider to count a week, not long ago. */
export function postKeysOfTrajectory({ providerId, weeks, startedOn }: Trajectory): PostKey[] {
  const counted = weeks.slice(-weeksBack).map(({ week }) => week);
  const last = counted.at(-1);
  const next = last === undefined ? (startedOn === null ? [] : [weekOf(startedOn)]) : [daysFrom(last, 7)];
  return [...counted, ...next].flatMap((week) => countPosts(providerId, week));
}
