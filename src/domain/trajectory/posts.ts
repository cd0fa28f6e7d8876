import { clbPost, offerPost, type CasePost } from '../case/posts.js';
import type { TrajectoryId } from '../ids.js';
import { postKey, type PostKey } from '../reference-to.js';
import { schoolCards, trajectoryCards, type OnStill, type TrajectoryReader } from './cards.js';
import { isLeft, isTooOftenAbsent } from './clocks.js';
import { daysFrom, weekOf } from './half-days.js';
import { isLeftMessage, ownerOfMessage, type SchoolMessage } from './school-message.js';
import type { Trajectory } from './trajectory.js';
import { countPosts, weeksBack } from './weekly-count.js';

/** Key of a trajectory before the desk. */
export const trajectoryDeskPost = (id: TrajectoryId): PostKey => postKey(`trajectory:${id}:desk`);

/** The post of the referral at this side, under which what happens to its trajectory is told. */
export const threadOfTrajectory = (
  { referralId, serviceId }: Pick<Trajectory, 'referralId' | 'serviceId'>,
  side: 'clb' | 'provider',
): PostKey => (side === 'clb' ? clbPost(referralId) : offerPost(referralId, serviceId));

/**
 * The card of a message to the school, in the thread of whoever has it now, and before the desk when nobody does it. Sent back or left
 * once more it is another one, low in the thread.
 */
function schoolPost(trajectory: Trajectory, message: SchoolMessage): CasePost[] {
  const side = ownerOfMessage(message);
  if (side === null) return [];
  const { number, round, state } = message;
  const { id: trajectoryId } = trajectory;
  const post = (reader: TrajectoryReader, name: string, to: CasePost['to']): CasePost => ({
    key: postKey(`trajectory:${trajectoryId}:school:${number}:${name}:${round}`),
    ...schoolCards.message.with({ trajectoryId, number, side: reader, round }),
    to,
    mention: reader === 'clb' ? trajectory.referrerId : null,
    living: true,
    receipt: null,
  });
  return [
    post(side, side, { under: threadOfTrajectory(trajectory, side) }),
    ...(isLeftMessage(message) ? [post('desk', `desk-${state}`, { desk: true })] : []),
  ];
}

/** Every living card of a trajectory that must be there: on both sides the post of the referral tells it; what is left, or absent three times in a row, stands before the desk; a message to the school stands in the thread of whoever has it. Pure. */
export function postsOfTrajectory(trajectory: Trajectory): CasePost[] {
  const school = trajectory.schoolMessages.flatMap((one) => schoolPost(trajectory, one));
  if (trajectory.still.asked !== null) return [...school, ...stillPosts(trajectory)];
  if (!isLeft(trajectory) && !isTooOftenAbsent(trajectory)) return school;
  const desk = trajectoryCards.card.with({ trajectoryId: trajectory.id, side: 'desk' });
  const key = trajectoryDeskPost(trajectory.id);
  return [...school, { key, ...desk, to: { desk: true }, mention: null, living: true, receipt: null }];
}

/** Keys of the cards that ask somebody about all pupils of one day. */
export const stillPost = ({ of, who, on, again }: OnStill): PostKey =>
  postKey(`still-at-school:${of}:${who}:${on}${again === undefined ? '' : ':again'}`);

/** One card for everything that is asked of a person, or of a team, under one day; once more as its reminder. */
function stillPosts({ still: { asked }, referrerId, clbId }: Trajectory): CasePost[] {
  if (asked === null) return [];
  const { of, on } = asked;
  const base: OnStill = { of, who: of === 'team' ? clbId : referrerId, on };
  const to = of === 'team' ? { organisation: clbId } : { person: referrerId };
  const cards = [base, ...(asked.remindedAt === null ? [] : [{ ...base, again: 'yes' as const }])];
  return cards.map((one) => ({
    key: stillPost(one),
    ...trajectoryCards.still.with(one),
    to,
    mention: null,
    living: true,
    receipt: null,
  }));
}

/** Keys of living cards that show it beside others: those that asked its provider to count a week, and whether pupils are still at school. */
export const postKeysOfTrajectory = (trajectory: Trajectory): PostKey[] => [
  ...countKeys(trajectory),
  ...stillPosts(trajectory).map(({ key }) => key),
];

function countKeys({ providerId, weeks, startedOn }: Trajectory): PostKey[] {
  const counted = weeks.slice(-weeksBack).map(({ week }) => week);
  const last = counted.at(-1);
  const next = last === undefined ? (startedOn === null ? [] : [weekOf(startedOn)]) : [daysFrom(last, 7)];
  return [...counted, ...next].flatMap((week) => countPosts(providerId, week));
}
