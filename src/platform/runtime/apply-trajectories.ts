import type { Transaction } from 'kysely';
import type { Context } from '../../contracts/context.js';
import type { ReferralId } from '../../domain/ids.js';
import { clocksOfTrajectory } from '../../domain/trajectory/clocks.js';
import { foldTrajectory } from '../../domain/trajectory/evolve.js';
import { messagesForTrajectory } from '../../domain/trajectory/messages.js';
import type { TrajectoryChange } from '../../domain/trajectory/placing.js';
import { postsOfTrajectory } from '../../domain/trajectory/posts.js';
import type { Trajectory } from '../../domain/trajectory/trajectory.js';
import { saveTrajectory } from '../storage/case/trajectories.js';
import type { Schema } from '../storage/rows/schema.js';
import { trajectoryEventRow } from '../storage/timeline.js';
import { followsFrom, join, type Follows } from './follows.js';

type EventRow = ReturnType<typeof trajectoryEventRow>;

/** Stores what happened to trajectories; gives what the timeline is to hold of it, what follows, and whose cards show it. */
export async function applyTrajectories(
  trx: Transaction<Schema>,
  changes: readonly TrajectoryChange[],
  context: Pick<Context, 'calendar'>,
): Promise<{
  readonly rows: readonly EventRow[];
  readonly follows: Follows;
  readonly referrals: readonly ReferralId[];
}> {
  const rows: EventRow[] = [];
  const follows: Follows[] = [];
  const referrals: ReferralId[] = [];
  for (const { id, before, events } of changes.filter((change) => change.events.length > 0)) {
    const after = await saveTrajectory(trx, before, foldTrajectory(before, events, id));
    rows.push(...events.map((event) => trajectoryEventRow(id, event)));
    follows.push(trajectoryEffects(events, before, after, context));
    referrals.push(after.referralId);
  }
  return { rows, follows: join(follows), referrals };
}

/** Everything that follows from the events of one trajectory; the cards of its referral are brought up to date by their id. Pure. */
export const trajectoryEffects = (
  events: TrajectoryChange['events'],
  before: Trajectory | null,
  after: Trajectory,
  { calendar }: Pick<Context, 'calendar'>,
): Follows =>
  followsFrom(
    {
      clocksOf: (one) => clocksOfTrajectory(one, calendar),
      postsOf: postsOfTrajectory,
      postKeysOf: () => [],
      messagesFor: messagesForTrajectory,
      referralOf: ({ referralId }) => referralId,
    },
    events,
    before,
    after,
  );
