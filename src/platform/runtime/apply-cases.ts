import type { Transaction } from 'kysely';
import type { CaseChange } from '../../contracts/case.js';
import type { Context } from '../../contracts/context.js';
import { jobNames } from '../../contracts/jobs.js';
import type { Due } from '../../contracts/outcome.js';
import { besideEvents } from '../../domain/case/beside-place.js';
import type { CaseEvent } from '../../domain/case/events.js';
import type { Referral } from '../../domain/case/referral.js';
import { isWaiting } from '../../domain/case/states.js';
import type { RoundTableId, ServiceId, TrajectoryId } from '../../domain/ids.js';
import { roundTablesFor, type RoundTableChange } from '../../domain/round-table/placing.js';
import { trajectoriesFor, type TrajectoryChange } from '../../domain/trajectory/placing.js';
import type { InquiryChange } from '../../domain/inquiry/events.js';
import type { Entry } from '../../domain/timeline/entries.js';
import { liveInTrail } from '../storage/case/live-in-trail.js';
import { roundTablesOf } from '../storage/case/round-tables.js';
import { trajectoriesOf } from '../storage/case/trajectories.js';
import type { Schema } from '../storage/rows/schema.js';
import type { Sealer } from '../storage/keys/seal.js';
import { entryRow, insertTimeline, type ToldBy } from '../storage/timeline.js';
import { storeChanges, tellOf, type Done } from './apply-kind.js';
import { join, type Follows } from './follows.js';
import { caseKind, inquiryKind, roundTableKind, trajectoryKind } from './kinds.js';

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
  readonly inquiries?: readonly InquiryChange[] | undefined;
}

type DoneCase = Done<Referral, CaseEvent>;

/**
 * Stores what happened to referrals, round tables, trajectories and questions before referring, and in the same statement what the timeline tells of other subjects;
 * gives everything that follows. A place that is given or ends asks for a round table and a trajectory or drops them, at once (R10). Throws a
 * version conflict when somebody was first.
 */
export async function applyCases(
  trx: Trx,
  sealer: Sealer,
  { cases, roundTables, trajectories, inquiries = [] }: Happening,
  context: Context,
  told: Told | null = null,
): Promise<CaseEffects> {
  const done = await storeChanges(trx, caseKind, cases);
  done.push(...(await besides(trx, done, context.now)));
  const also = await asked(trx, done, context);
  const tables = await storeChanges(trx, roundTableKind, [...roundTables, ...also.roundTables]);
  const courses = await storeChanges(trx, trajectoryKind, [...trajectories, ...also.trajectories]);
  const all = [
    await tellOf(trx, sealer, caseKind, done, context),
    await tellOf(trx, sealer, roundTableKind, tables, context),
    await tellOf(trx, sealer, trajectoryKind, courses, context),
    await tellOf(trx, sealer, inquiryKind, await storeChanges(trx, inquiryKind, inquiries), context),
  ];
  await insertTimeline(trx, [
    ...all.flatMap(({ rows }) => rows),
    ...(told === null ? [] : told.entries.map((one) => entryRow(one, told.by))),
  ]);
  const follows = join(all.map((one) => one.follows));
  return {
    ...follows,
    dues: [...follows.dues, ...done.flatMap((one) => listMoved(one, context.now))],
    referrals: all.flatMap(({ referrals }) => referrals),
  };
}

/** A place was given or ended, the pupil was referred on, or came back on a list: what else runs in the trail may be concerned. */
const mayConcernTrail = ({ before, after, events }: DoneCase): boolean =>
  (before?.state === 'placed') !== (after.state === 'placed') ||
  (before?.state === 'withdrawn' && after.state !== 'withdrawn') ||
  (before === null && events.some(({ name }) => name === 'referred-on'));

/** The others of a trail in which there is a place now, or none any more: at most one start in a trail (R12). */
async function besides(trx: Trx, done: readonly DoneCase[], now: Date): Promise<DoneCase[]> {
  const trails = new Set(done.filter(mayConcernTrail).map(({ after }) => after.trailId));
  const more: DoneCase[] = [];
  for (const trailId of trails) {
    const trail = await liveInTrail(trx, trailId);
    const placed = trail.find(({ state }) => state === 'placed')?.reference ?? null;
    const changes = trail.map((before) => ({ id: before.id, before, events: besideEvents(before, placed, now) }));
    more.push(...(await storeChanges(trx, caseKind, changes)));
  }
  return more;
}

/** Round tables and trajectories of referrals that got a place now, or have none any more. */
async function asked(
  trx: Trx,
  done: readonly DoneCase[],
  context: Context,
): Promise<Pick<Happening, 'roundTables' | 'trajectories'>> {
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

const listOf = (referral: Referral | null): ServiceId | null =>
  referral !== null && isWaiting(referral.state) ? referral.serviceId : null;

/** Who joins a list or leaves it moves those behind: their posts follow, in a job of their own (R11). */
function listMoved({ before, after }: DoneCase, now: Date): Due[] {
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
