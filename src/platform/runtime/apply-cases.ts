import type { Transaction } from 'kysely';
import type { CaseChange } from '../../contracts/case.js';
import type { Context } from '../../contracts/context.js';
import { jobNames } from '../../contracts/jobs.js';
import type { Due } from '../../contracts/outcome.js';
import { besideEvents } from '../../domain/case/beside-place.js';
import { fold } from '../../domain/case/evolve.js';
import { clocksOf } from '../../domain/case/clocks.js';
import { messagesFor } from '../../domain/case/messages.js';
import { postKeysOf, postsOf } from '../../domain/case/posts.js';
import type { Referral } from '../../domain/case/referral.js';
import { isWaiting } from '../../domain/case/states.js';
import type { RoundTableId, ServiceId, TrajectoryId } from '../../domain/ids.js';
import { roundTablesFor, type RoundTableChange } from '../../domain/round-table/placing.js';
import { trajectoriesFor, type TrajectoryChange } from '../../domain/trajectory/placing.js';
import type { Entry } from '../../domain/timeline/entries.js';
import { liveInTrail } from '../storage/case/live-in-trail.js';
import { roundTablesOf } from '../storage/case/round-tables.js';
import { trajectoriesOf } from '../storage/case/trajectories.js';
import { saveReferral } from '../storage/case/save-referral.js';
import type { Schema } from '../storage/rows/schema.js';
import type { Sealer } from '../storage/seal.js';
import { entryRow, eventRow, insertTimeline, type ToldBy } from '../storage/timeline.js';
import { trailKeyOf } from '../storage/wrapped-keys.js';
import { applyRoundTables } from './apply-round-tables.js';
import { applyTrajectories } from './apply-trajectories.js';
import { followsFrom, join, type Follows } from './follows.js';

type Trx = Transaction<Schema>;

/** What follows from what happened to referrals, their round tables and trajectories: nobody listed it. */
export interface CaseEffects extends Follows {
  /** Referrals whose living messages are to be brought up to date. */
  readonly referrals: readonly Referral['id'][];
}

/** What the timeline tells of other subjects, by whom. */
export interface Told {
  readonly entries: readonly Entry[];
  readonly by: ToldBy;
}

/** What happens, decided by an action or a job. */
export interface Happening {
  readonly cases: readonly CaseChange[];
  readonly roundTables: readonly RoundTableChange[];
  readonly trajectories: readonly TrajectoryChange[];
}

interface Done {
  readonly before: Referral | null;
  readonly after: Referral;
  readonly change: CaseChange;
}

/**
 * Stores what happened to referrals, round tables and trajectories, and in the same statement what the timeline tells of other subjects;
 * gives everything that follows. A place that is given or ends asks for a round table and a trajectory or drops them, at once (R10). Throws a
 * version conflict when somebody was first.
 */
export async function applyCases(
  trx: Trx,
  sealer: Sealer,
  { cases, roundTables, trajectories }: Happening,
  context: Context,
  told: Told | null = null,
): Promise<CaseEffects> {
  const done: Done[] = [];
  for (const change of cases.filter(({ events }) => events.length > 0)) {
    const after = await saveReferral(trx, change.before, fold(change.before, change.events, change.id));
    done.push({ before: change.before, after, change });
  }
  done.push(...(await besides(trx, done, context.now)));
  const also = await asked(trx, done, context);
  const tables = await applyRoundTables(trx, [...roundTables, ...also.roundTables], context);
  const courses = await applyTrajectories(trx, [...trajectories, ...also.trajectories], context);
  await insertTimeline(trx, [
    ...(await eventRows(trx, sealer, done)),
    ...tables.rows,
    ...courses.rows,
    ...(told === null ? [] : told.entries.map((one) => entryRow(one, told.by))),
  ]);
  return {
    ...join([
      ...done.map(({ change, before, after }) => effectsOf(change, before, after, context)),
      tables.follows,
      courses.follows,
    ]),
    referrals: [...done.map(({ after }) => after.id), ...tables.referrals, ...courses.referrals],
  };
}

/** What the timeline is to hold of referrals; free text sealed under the trail's key. */
async function eventRows(trx: Trx, sealer: Sealer, done: readonly Done[]) {
  const rows: ReturnType<typeof eventRow>[] = [];
  for (const { after, change } of done)
    for (const event of change.events) {
      const { sealed } = event;
      const text = sealed === undefined ? null : await sealer.seal(await trailKeyOf(trx, after.trailId), sealed);
      rows.push(eventRow(after.id, event, text));
    }
  return rows;
}

/** A place was given or ended, the pupil was referred on, or came back on a list: what else runs in the trail may be concerned. */
const mayConcernTrail = ({ before, after, change }: Done): boolean =>
  (before?.state === 'placed') !== (after.state === 'placed') ||
  (before?.state === 'withdrawn' && after.state !== 'withdrawn') ||
  (before === null && change.events.some(({ name }) => name === 'referred-on'));

/** The others of a trail in which there is a place now, or none any more: at most one start in a trail (R12). */
async function besides(trx: Trx, done: readonly Done[], now: Date): Promise<Done[]> {
  const trails = new Set(done.filter(mayConcernTrail).map(({ after }) => after.trailId));
  const more: Done[] = [];
  for (const trailId of trails) {
    const trail = await liveInTrail(trx, trailId);
    const placed = trail.find(({ state }) => state === 'placed')?.reference ?? null;
    for (const before of trail) {
      const events = besideEvents(before, placed, now);
      if (events.length === 0) continue;
      const after = await saveReferral(trx, before, fold(before, events));
      more.push({ before, after, change: { id: before.id, before, events } });
    }
  }
  return more;
}

/** Round tables and trajectories of referrals that got a place now, or have none any more. */
async function asked(trx: Trx, done: readonly Done[], context: Context): Promise<Omit<Happening, 'cases'>> {
  const roundTables: RoundTableChange[] = [];
  const trajectories: TrajectoryChange[] = [];
  for (const { before, after } of done) {
    if ((before?.state === 'placed') === (after.state === 'placed')) continue;
    const { tables, organiser } = await roundTablesOf(trx, after);
    roundTables.push(
      ...roundTablesFor(after, tables, { ...context, organiser, newId: () => context.newId<RoundTableId>() }),
    );
    trajectories.push(
      ...trajectoriesFor(after, await trajectoriesOf(trx, after.id), {
        ...context,
        newId: () => context.newId<TrajectoryId>(),
      }),
    );
  }
  return { roundTables, trajectories };
}

/** Everything that follows from the events of one referral. Pure. */
export function effectsOf(
  { events }: Pick<CaseChange, 'events'>,
  before: Referral | null,
  after: Referral,
  context: Pick<Context, 'calendar' | 'settings' | 'now'>,
): Follows {
  const follows = followsFrom(
    {
      clocksOf: (referral) => clocksOf(referral, context.calendar, context.settings),
      postsOf,
      postKeysOf,
      messagesFor,
      referralOf: ({ id }) => id,
    },
    events,
    before,
    after,
  );
  return { ...follows, dues: [...follows.dues, ...listMoved(before, after, context.now)] };
}

const listOf = (referral: Referral | null): ServiceId | null =>
  referral !== null && isWaiting(referral.state) ? referral.serviceId : null;

/** Who joins a list or leaves it moves those behind: their posts follow, in a job of their own (R11). */
function listMoved(before: Referral | null, after: Referral, now: Date): Due[] {
  const [from, to] = [listOf(before), listOf(after)];
  if (from === to) return [];
  return [from, to]
    .filter((serviceId) => serviceId !== null)
    .map((serviceId) => ({
      key: `service:${serviceId}:list-moved`,
      job: jobNames.waitlistMoved,
      subject: { serviceId },
      at: now,
    }));
}
