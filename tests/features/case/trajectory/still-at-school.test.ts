import { expect, test } from '@jest/globals';
import type { Outcome } from '../../../../src/contracts/outcome.js';
import { answerStill } from '../../../../src/features/case/trajectory/answer-still.js';
import { stillAtSchoolCard } from '../../../../src/features/case/trajectory/still-at-school.js';
import { wakeTrajectory } from '../../../../src/features/case/trajectory/wake-trajectory.job.js';
import { withColleagues } from '../handing-over/world.js';
import { onStage } from '../referral/on-stage.js';
import { an, atClb, atProvider, alone, clb, farm, stranger } from '../referral/world.js';
import { closed, trajectoryId } from './world.js';

const on = onStage();
const wakes = { trajectoryId, what: 'still-at-school' };
const one = async () => (await on.stage.read.trajectory(trajectoryId))!;
/** Three months after 5 March is a Saturday. */
const asksAt = new Date('2027-06-07T07:00:00Z');
const counted = () =>
  on.stage.database.kysely
    .selectFrom('stillAtSchool')
    .select(['since', 'region', 'months', 'answer', 'count'])
    .execute();
const cards = async (): Promise<string[]> =>
  (await on.world.keys()).filter((key) => key.startsWith('still-at-school:'));
async function asked(): Promise<void> {
  await closed(on.world);
  on.stage.now = asksAt;
  await on.stage.run(wakeTrajectory, wakes);
}
const own = { of: 'referrer', who: an.id, on: '2027-06-07' };

test('who referred is asked in person; one press answers, and nothing of it stands beside the pupil', async () => {
  await withColleagues(on.world);
  await asked();
  expect(await cards()).toEqual([`still-at-school:referrer:${an.id}:2027-06-07`]);
  const card = await on.stage.see(stillAtSchoolCard, own, alone());
  expect(card).toMatchObject({ title: 'Is deze leerling nog op school?', ids: trajectoryId, several: false });
  expect(card!['answers']).toHaveLength(5);
  const press = { ...own, ids: trajectoryId, answer: 'other-school' };
  expect(await on.stage.press(answerStill, press, { by: stranger() })).toMatchObject({ refused: 'not-yours' });
  expect(await on.stage.press(answerStill, press, { by: atProvider() })).toMatchObject({ refused: 'not-yours' });
  const outcome = (await on.stage.press(answerStill, press, { by: alone() })) as Outcome;
  expect(outcome.reply).toMatchObject({ show: 'still-at-school' });
  await on.stage.press(answerStill, press, { by: alone() });
  expect(await counted()).toEqual([
    { since: '2027-04-01', region: 'VBO', months: 3, answer: 'other-school', count: 1 },
  ]);
  expect((await one()).trajectory.still).toEqual({ asked: null, done: [3] });
  const { kysely } = on.stage.database;
  const [row, told, audit] = [
    await kysely.selectFrom('trajectory').selectAll().execute(),
    await kysely.selectFrom('timeline').selectAll().execute(),
    await kysely.selectFrom('audit').selectAll().execute(),
  ];
  expect(JSON.stringify([row, told, audit])).not.toContain('other-school');
  expect(await on.stage.see(stillAtSchoolCard, own, null)).toMatchObject({
    ids: null,
    strip: { state: 'Afgehandeld' },
  });
});

test('who left the team is told so: an answer is never dropped without a word', async () => {
  await withColleagues(on.world);
  await asked();
  const gone = { ...alone(), organisations: [] };
  const press = { ...own, ids: trajectoryId, answer: 'other-school' };
  expect(await on.stage.press(answerStill, press, { by: gone })).toEqual({ refused: 'not-a-member' });
  expect(await counted()).toEqual([]);
});

test('several of one day stand on one card, answered in one submit; what is left open stays asked', async () => {
  await withColleagues(on.world);
  await asked();
  const { trajectory, referral } = await one();
  const other = await on.world.refers(44, { state: 'placed' });
  const [second] = (await on.stage.read.caseOf(other.id))!.trajectories;
  await on.stage.database.kysely
    .updateTable('trajectory')
    .set({
      state: 'closed',
      nextBy: null,
      startedOn: '2026-11-25',
      startedAt: trajectory.since,
      closedOn: '2027-03-05',
    })
    .set({ outcome: 'back-soon', still: JSON.stringify(trajectory.still) as never })
    .where('id', '=', second!.id)
    .execute();
  const card = await on.stage.see(stillAtSchoolCard, own, alone());
  expect(card).toMatchObject({ title: 'Zijn deze 2 leerlingen nog op school?', several: true, answers: [] });
  const ids = card!['ids'] as string;
  const place = ids.split(',').indexOf(trajectoryId) + 1;
  await on.stage.press(answerStill, { ...own, ids, [`still${place}`]: 'no', answer: 'same-school' }, { by: alone() });
  expect(await counted()).toEqual([
    { since: '2027-04-01', region: referral.region, months: 3, answer: 'no', count: 1 },
  ]);
  expect(await on.stage.see(stillAtSchoolCard, own, alone())).toMatchObject({ ids: second!.id });
});

test('who left the team is not asked: the team is; silence is reminded of once, then counted as no answer', async () => {
  await asked();
  const team = { of: 'team', who: clb.id, on: '2027-06-07' };
  expect(await cards()).toEqual([`still-at-school:team:${clb.id}:2027-06-07`]);
  expect(await on.stage.see(stillAtSchoolCard, team, atClb())).toMatchObject({ ids: trajectoryId });
  on.stage.now = new Date('2027-06-14T07:00:00Z');
  await on.stage.run(wakeTrajectory, wakes);
  expect(await cards()).toHaveLength(2);
  on.stage.now = new Date('2027-06-21T07:00:00Z');
  await on.stage.run(wakeTrajectory, wakes);
  await on.stage.run(wakeTrajectory, wakes);
  expect(await counted()).toMatchObject([{ months: 3, answer: 'no-answer', count: 1 }]);
  expect((await one()).trajectory.still).toEqual({ asked: null, done: [3] });
});

test('a pupil who went on to another trajectory is not asked about', async () => {
  await closed(on.world);
  const { referral } = await one();
  await on.world.refers(43, {
    state: 'placed',
    facts: { trailId: referral.trailId, serviceId: farm.id, providerId: farm.organisationId },
  });
  on.stage.now = asksAt;
  await on.stage.run(wakeTrajectory, wakes);
  expect((await one()).trajectory.still).toEqual({ asked: null, done: [3] });
  expect(await cards()).toEqual([]);
});

test('its clock is no orphan', async () => {
  await asked();
  expect(await on.stage.read.orphanClocks()).toEqual([]);
});
