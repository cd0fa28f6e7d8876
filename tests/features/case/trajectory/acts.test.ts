import { expect, test } from '@jest/globals';
import type { TrajectoryId } from '../../../../src/domain/ids.js';
import { trajectoryJobs, trajectoryKey } from '../../../../src/domain/trajectory/clocks.js';
import { closeTrajectory } from '../../../../src/features/case/trajectory/close-trajectory.js';
import { continueTrajectory } from '../../../../src/features/case/trajectory/continue-trajectory.js';
import { pauseTrajectory } from '../../../../src/features/case/trajectory/pause-trajectory.js';
import { postponeStart } from '../../../../src/features/case/trajectory/postpone-start.js';
import { reopenTrajectory } from '../../../../src/features/case/trajectory/reopen-trajectory.js';
import { resumeTrajectory } from '../../../../src/features/case/trajectory/resume-trajectory.js';
import { startTrajectory } from '../../../../src/features/case/trajectory/start-trajectory.js';
import { takeBackStart } from '../../../../src/features/case/trajectory/take-back-start.js';
import { wakeTrajectory } from '../../../../src/features/case/trajectory/wake-trajectory.job.js';
import { storeDues } from '../../../../src/platform/storage/dues.js';
import { monday10 } from '../../../support/given.js';
import { onStage } from '../referral/on-stage.js';
import { atClb, atDesk, atProvider, farm, stranger, uuid } from '../referral/world.js';
import { afterTable, awaited, closed, left, paused, started, trajectoryId } from './world.js';

const on = onStage();
const of = { trajectoryId };
const facts = async () => (await on.stage.read.trajectory(trajectoryId))!;
const one = async () => (await facts()).trajectory;
const byProvider = { by: atProvider() };

test('the provider says when the pupil began; the CLB is told that it is not for it, a stranger that it is not his', async () => {
  await afterTable(on.world);
  const typed = { ...of, on: '2026-11-25' };
  expect(await on.stage.press(startTrajectory, typed, { by: stranger() })).toEqual({ refused: 'not-yours' });
  expect(await on.stage.press(startTrajectory, typed, { by: atClb() })).toEqual({ refused: 'only-provider' });
  await on.stage.press(startTrajectory, typed, byProvider);
  expect(await one()).toMatchObject({ state: 'started', startedOn: '2026-11-25' });
  const { version } = await one();
  await on.stage.press(startTrajectory, typed, byProvider);
  expect(await one()).toMatchObject({ state: 'started', version });
});

test.each([
  ['2027-01-04', 'date-to-come'],
  ['2026-01-04', 'date-too-early'],
])('a start on %s is asked again: %s', async (day, code) => {
  await awaited(on.world);
  expect(await on.stage.press(startTrajectory, { ...of, on: day }, byProvider)).toMatchObject({
    reply: { form: 'start-trajectory', errors: { on: code } },
  });
  expect((await one()).state).toBe('awaited');
});

test('not yet is asked again later; a start by mistake is taken back within a week', async () => {
  await awaited(on.world);
  const { nextBy } = await one();
  on.stage.now = new Date('2026-12-01T09:00:00Z');
  await on.stage.press(postponeStart, of, byProvider);
  expect((await one()).nextBy!.getTime()).toBeGreaterThan(nextBy!.getTime());
  await on.stage.press(startTrajectory, { ...of, on: '2026-12-01' }, byProvider);
  on.stage.now = new Date('2026-12-09T09:00:00Z');
  expect(await on.stage.press(takeBackStart, of, byProvider)).toMatchObject({ refused: 'trajectory-settled' });
  on.stage.now = new Date('2026-12-07T09:00:00Z');
  await on.stage.press(takeBackStart, of, byProvider);
  expect(await one()).toMatchObject({ state: 'awaited', startedOn: null });
});

test('paused until a day, and running again; a day that has passed is asked again', async () => {
  await started(on.world);
  expect(await on.stage.press(pauseTrajectory, { ...of, until: '2026-11-01' }, byProvider)).toMatchObject({
    reply: { errors: { until: 'date-passed' } },
  });
  await on.stage.press(pauseTrajectory, { ...of, until: '2026-12-20' }, byProvider);
  expect((await one()).state).toBe('paused');
  await on.stage.press(resumeTrajectory, of, byProvider);
  expect((await one()).state).toBe('started');
});

test('it ends with an outcome; a warm handover says to what kind of service; its referral ends with it', async () => {
  await started(on.world);
  const ends = { ...of, on: '2026-11-25', outcome: 'warm-handover' };
  expect(await on.stage.press(closeTrajectory, ends, byProvider)).toMatchObject({
    reply: { errors: { handover: 'handover-missing' } },
  });
  await on.stage.press(closeTrajectory, { ...ends, handover: 'welfare' }, byProvider);
  expect(await facts()).toMatchObject({
    trajectory: { state: 'closed', outcome: 'warm-handover', handover: 'welfare' },
    referral: { state: 'completed' },
  });
  await on.stage.press(reopenTrajectory, of, { by: atDesk() });
  expect(await facts()).toMatchObject({ trajectory: { state: 'started' }, referral: { state: 'placed' } });
});

test('after two weeks it stays closed', async () => {
  await closed(on.world);
  on.stage.now = new Date(on.stage.now.getTime() + 15 * 86_400_000);
  expect(await on.stage.press(reopenTrajectory, of, byProvider)).toMatchObject({ refused: 'trajectory-closed' });
});

test('one start in a trail: the place of an ended one is free for another, and it may not begin again beside that', async () => {
  await closed(on.world);
  const { referral } = await facts();
  const other = await on.world.refers(43, {
    state: 'placed',
    facts: { trailId: referral.trailId, serviceId: farm.id, providerId: farm.organisationId },
  });
  expect(other).toMatchObject({ state: 'placed' });
  expect((await facts()).referral.besidePlace).toMatchObject({ reference: other.reference });
  expect(await on.stage.press(reopenTrajectory, of, byProvider)).toMatchObject({ refused: 'placed-elsewhere' });
  expect(await facts()).toMatchObject({ trajectory: { state: 'closed' }, referral: { state: 'completed' } });
});

test('what ends the place ends what still ran; nothing can be done with it any more', async () => {
  await paused(on.world);
  await on.world.happened(42, 'withdrawn', { reason: 'solved' }, { side: 'clb' });
  expect((await one()).state).toBe('dropped');
  expect(await on.stage.press(resumeTrajectory, of, byProvider)).toMatchObject({ refused: 'outdated' });
});

test('what was left stands before the desk, which may say it in the provider’s name', async () => {
  await left(on.world);
  await on.stage.run(wakeTrajectory, { ...of, what: 'follow-up' });
  expect((await one()).nudges).toBe(2);
  await on.stage.press(continueTrajectory, of, { by: atDesk() });
  expect(await one()).toMatchObject({ nudges: 0, state: 'started' });
});

test('the clocks of a running trajectory are no orphans; one of a trajectory that is over, or not there, is', async () => {
  await started(on.world);
  expect(await on.stage.read.orphanClocks()).toEqual([]);
  await on.stage.press(closeTrajectory, { ...of, on: '2026-11-25', outcome: 'back-soon' }, byProvider);
  const at = (id: TrajectoryId) =>
    trajectoryJobs.wake.at(monday10, trajectoryKey(id, 'follow-up'), { trajectoryId: id, what: 'follow-up' });
  const late = [at(trajectoryId), at(uuid<TrajectoryId>('0ff'))];
  await on.stage.database.kysely.transaction().execute((trx) => storeDues(trx, late, []));
  expect((await on.stage.read.orphanClocks()).sort()).toEqual(late.map(({ key }) => key).sort());
});
