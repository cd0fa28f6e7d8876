import type { TrajectoryId } from '../../../../src/domain/ids.js';
import { trajectoryEvent, type TrajectoryEvent } from '../../../../src/domain/trajectory/events.js';
import type { Trajectory } from '../../../../src/domain/trajectory/trajectory.js';
import { held } from '../round-table/world.js';
import { bert, desk, els, provider, uuid, type CaseWorld } from '../referral/world.js';

/** The trajectory of referral 42, under an id that is always the same. */
export const trajectoryId = uuid<TrajectoryId>('42b');

const by = (at: Date) => ({ at, side: 'provider' as const, personId: bert.id, organisationId: provider.id });
const clock = (at: Date) => ({ at, side: 'clock' as const, personId: null, organisationId: null });

async function under42(world: CaseWorld): Promise<void> {
  const { kysely } = world.stage.database;
  const [one] = (await world.stage.read.caseOf(uuid('42')))!.trajectories;
  await kysely.deleteFrom('due').where('key', 'like', `trajectory:${one!.id}%`).execute();
  await kysely.updateTable('trajectory').set({ id: trajectoryId }).where('id', '=', one!.id).execute();
}

/** The referral with a place: its trajectory is awaited. */
export async function awaited(world: CaseWorld): Promise<void> {
  await world.refers(42, { state: 'placed' });
  await under42(world);
}

/** The first round table was held: is the pupil there? */
export async function afterTable(world: CaseWorld): Promise<void> {
  await held(world);
  await under42(world);
}

const present = async (world: CaseWorld): Promise<Trajectory> =>
  (await world.stage.read.trajectory(trajectoryId))!.trajectory;

/** Something that happened to it, whatever the rules say. */
export async function happens(world: CaseWorld, ...events: readonly TrajectoryEvent[]): Promise<void> {
  await world.stage.happenOnTrajectory({ id: trajectoryId, before: await present(world), events });
}

export async function started(world: CaseWorld, minutesAfter = 0): Promise<void> {
  await afterTable(world);
  world.stage.now = new Date(world.stage.now.getTime() + minutesAfter * 60_000);
  const nextBy = new Date('2027-01-08T15:00:00Z');
  await happens(world, trajectoryEvent('started', { on: '2026-11-25', nextBy }, by(world.stage.now)));
}
export async function toLook(world: CaseWorld): Promise<void> {
  await started(world);
  world.stage.now = new Date('2027-01-11T09:00:00Z');
  await happens(world, trajectoryEvent('followed-up', { owner: 'provider' }, clock(world.stage.now)));
}
export async function left(world: CaseWorld): Promise<void> {
  await toLook(world);
  world.stage.now = new Date('2027-01-14T09:00:00Z');
  await happens(world, trajectoryEvent('followed-up', { owner: 'desk' }, clock(world.stage.now)));
}
export async function paused(world: CaseWorld): Promise<void> {
  await started(world);
  const nextBy = new Date('2026-12-23T15:00:00Z');
  await happens(world, trajectoryEvent('paused', { nextBy }, by(world.stage.now)));
}
export async function closed(world: CaseWorld): Promise<void> {
  await started(world);
  world.stage.now = new Date('2027-03-05T09:00:00Z');
  await happens(
    world,
    trajectoryEvent('closed', { on: '2027-03-05', outcome: 'warm-handover', handover: 'welfare' }, by(world.stage.now)),
  );
  await world.happened(42, 'completed', { outcome: 'warm-handover' }, { side: 'provider' });
}

/** Agreed what the school hears and when. */
export async function agreed(world: CaseWorld): Promise<void> {
  await started(world);
  const plan = { at: ['closing'], everyWeeks: 4, consent: 'to-ask' } as const;
  await happens(world, trajectoryEvent('school-agreed', { plan }, by(world.stage.now)));
}

/** Half days of two weeks, and absent today. */
export async function absentToday(world: CaseWorld): Promise<void> {
  await started(world);
  world.stage.now = new Date('2026-12-04T09:00:00Z');
  await happens(
    world,
    trajectoryEvent('half-days-counted', { week: '2026-11-23', count: 4, was: null }, by(world.stage.now)),
    trajectoryEvent('absent', { on: '2026-12-04', part: 'day' }, by(world.stage.now)),
  );
}
/** Three times in a row: it stands before the desk. */
export async function tooOftenAbsent(world: CaseWorld): Promise<void> {
  await started(world);
  world.stage.now = new Date('2026-12-04T09:00:00Z');
  const days = ['2026-12-01', '2026-12-03', '2026-12-04'];
  await happens(world, ...days.map((on) => trajectoryEvent('absent', { on, part: 'day' }, by(world.stage.now))));
}

/** The desk wrote down the half days of this week. */
export async function countedByDesk(world: CaseWorld): Promise<void> {
  await absentToday(world);
  const noted = { at: world.stage.now, side: 'desk' as const, personId: els.id, organisationId: desk.id };
  await happens(world, trajectoryEvent('half-days-counted', { week: '2026-11-30', count: 5, was: null }, noted));
}

/** Three months after the end it is asked whether the pupil is still at school. */
export async function stillAsked(world: CaseWorld): Promise<void> {
  await closed(world);
  world.stage.now = new Date('2027-06-07T07:00:00Z');
  await happens(
    world,
    trajectoryEvent('still-asked', { months: 3, on: '2027-06-07', of: 'referrer' }, clock(world.stage.now)),
  );
}

/** Of two pupils on the same day. */
export async function stillAskedOfTwo(world: CaseWorld): Promise<void> {
  await stillAsked(world);
  const { still, since } = await present(world);
  const other = await world.refers(44, { state: 'placed' });
  const [second] = (await world.stage.read.caseOf(other.id))!.trajectories;
  await world.stage.database.kysely
    .updateTable('trajectory')
    .set({ state: 'closed', nextBy: null, startedOn: '2026-11-25', startedAt: since, closedOn: '2027-03-05' })
    .set({ outcome: 'back-soon', still: JSON.stringify(still) as never })
    .where('id', '=', second!.id)
    .execute();
}
