import { expect, test } from '@jest/globals';
import type { Outcome } from '../../../../src/contracts/outcome.js';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { correctAbsence } from '../../../../src/features/case/trajectory/correct-absence.js';
import { trajectoryUpdate } from '../../../../src/features/case/trajectory/trajectory-update.js';
import { countHalfDays } from '../../../../src/features/case/trajectory/count-half-days.js';
import { halfDaysCounted } from '../../../../src/features/case/trajectory/half-days-counted.js';
import { handleAbsences } from '../../../../src/features/case/trajectory/handle-absences.js';
import { noteAbsence } from '../../../../src/features/case/trajectory/note-absence.js';
import { takeBackAbsence } from '../../../../src/features/case/trajectory/take-back-absence.js';
import { onStage } from '../referral/on-stage.js';
import { atClb, atDesk, atProvider, desk, provider, uuid } from '../referral/world.js';
import { closed, started, tooOftenAbsent, trajectoryId } from './world.js';

const on = onStage();
const of = { trajectoryId };
const byProvider = { by: atProvider() };
const one = async () => (await on.stage.read.trajectory(trajectoryId))!.trajectory;
const told = async (): Promise<string[]> =>
  (await on.stage.database.kysely.selectFrom('message').select('key').execute())
    .map(({ key }) => key)
    .filter((key) => key.includes('trajectory:'));

test('half days of the whole week on one card: the number of before stands there, and is said at once', async () => {
  await started(on.world);
  on.stage.now = new Date('2026-12-04T09:00:00Z');
  const form = await on.stage.form(countHalfDays, {}, byProvider);
  expect(form).toMatchObject({ week: '2026-11-30', ids: trajectoryId, rows: [{ id: 'count1', value: null }] });
  const press = { providerId: provider.id, week: '2026-11-30', ids: trajectoryId };
  const outcome = (await on.stage.press(countHalfDays, { ...press, count1: '6' }, byProvider)) as Outcome;
  expect(outcome.reply).toMatchObject({ show: 'half-days-counted' });
  expect(await one()).toMatchObject({ halfDays: 6, weeks: [{ week: '2026-11-30', count: 6 }] });
  const next = await on.stage.form(countHalfDays, { week: '2026-12-07' }, byProvider);
  expect(next).toMatchObject({ rows: [{ value: 6 }] });
  await on.stage.press(countHalfDays, { ...press, count1: '4' }, byProvider);
  expect(await one()).toMatchObject({ halfDays: 4 });
  const seen = await on.stage.see(halfDaysCounted, { providerId: provider.id, week: '2026-11-30' }, atProvider());
  expect(seen!['sentence']).toBe('Week van ma 30 nov.: 4 halve dagen van 1 leerling.');
});

test('before Friday the week that ended is counted; what is left empty is not counted', async () => {
  await started(on.world);
  on.stage.now = new Date('2026-12-03T09:00:00Z');
  expect(await on.stage.form(countHalfDays, {}, byProvider)).toMatchObject({ week: '2026-11-23' });
  await on.stage.press(countHalfDays, { providerId: provider.id, ids: trajectoryId, count1: '' }, byProvider);
  expect((await one()).weeks).toEqual([]);
});

test('a number that cannot be is told; others may not count', async () => {
  await started(on.world);
  const wrong = { providerId: provider.id, week: '2026-11-23', ids: trajectoryId, count1: '11' };
  expect(await on.stage.press(countHalfDays, wrong, byProvider)).toMatchObject({
    reply: { form: 'count-half-days', errors: { count1: 'count-wrong' } },
  });
  expect((await one()).weeks).toEqual([]);
  const press = { providerId: provider.id, ids: trajectoryId, count1: '4' };
  expect(await on.stage.press(countHalfDays, press, { by: atClb() })).toEqual({ refused: 'only-provider' });
});

test('the last weeks of one that ended are counted for two weeks', async () => {
  await closed(on.world);
  const press = { providerId: provider.id, week: '2027-03-01', ids: trajectoryId, count1: '5' };
  await on.stage.press(countHalfDays, press, byProvider);
  expect((await one()).halfDays).toBe(5);
  on.stage.now = new Date(on.stage.now.getTime() + 15 * 86_400_000);
  expect(await on.stage.form(countHalfDays, { week: '2027-03-01' }, byProvider)).toMatchObject({ rows: [] });
});

test('absent in one press: the CLB reads it at once; a part of the day, and that it was a mistake, too', async () => {
  await started(on.world);
  await on.stage.press(noteAbsence, of, byProvider);
  expect((await one()).absences).toEqual([{ on: '2026-11-25', part: 'day' }]);
  expect((await told()).filter((key) => key.includes(':clb:absent:'))).toHaveLength(1);
  await on.stage.press(noteAbsence, of, byProvider);
  expect((await told()).filter((key) => key.includes(':clb:absent:'))).toHaveLength(1);
  await on.stage.press(noteAbsence, { ...of, part: 'morning' }, byProvider);
  expect((await one()).absences).toEqual([{ on: '2026-11-25', part: 'morning' }]);
  await on.stage.press(takeBackAbsence, of, byProvider);
  expect((await one()).absences).toEqual([]);
  expect((await told()).filter((key) => key.includes(':clb:absence-taken-back:'))).toHaveLength(1);
});

test('absent on an earlier day, a part of it, or there after all: within the trajectory and four weeks', async () => {
  await started(on.world);
  on.stage.now = new Date('2026-12-04T09:00:00Z');
  const press = (day: string, part: string) => on.stage.press(correctAbsence, { ...of, on: day, part }, byProvider);
  await press('2026-12-02', 'day');
  await press('2026-12-02', 'afternoon');
  expect((await one()).absences).toEqual([{ on: '2026-12-02', part: 'afternoon' }]);
  await press('2026-12-01', 'present');
  await press('2026-12-02', 'present');
  expect((await one()).absences).toEqual([]);
  expect((await told()).filter((key) => key.includes(':clb:absen'))).toHaveLength(3);
  const refused = async (day: string): Promise<unknown> => ((await press(day, 'day')) as Outcome).reply as unknown;
  expect(await refused('2026-12-05')).toMatchObject({ errors: { on: 'date-to-come' } });
  expect(await refused('2026-11-24')).toMatchObject({ errors: { on: 'date-before-start' } });
  on.stage.now = new Date('2027-01-14T09:00:00Z');
  expect(await refused('2026-12-10')).toMatchObject({ errors: { on: 'date-long-ago' } });
});

test('the last days of one that ended are put right for two weeks, not after its end', async () => {
  await closed(on.world);
  on.stage.now = new Date('2027-03-08T09:00:00Z');
  const press = (day: string) => on.stage.press(correctAbsence, { ...of, on: day, part: 'day' }, byProvider);
  expect(await press('2027-03-08')).toMatchObject({ reply: { errors: { on: 'date-after-end' } } });
  await press('2027-03-04');
  expect((await one()).absences).toEqual([{ on: '2027-03-04', part: 'day' }]);
  on.stage.now = new Date('2027-03-22T09:00:00Z');
  expect(await press('2027-03-05')).toMatchObject({ refused: 'trajectory-closed' });
});

test('the desk notes and counts in the provider’s name: both sides read that it did', async () => {
  await started(on.world);
  await on.stage.press(correctAbsence, { ...of, on: '2026-11-25', part: 'day' }, { by: atDesk() });
  expect((await told()).filter((key) => key.includes(':absent:'))).toHaveLength(2);
  const told25 = { ...of, what: 'absent', on: '2026-11-25', part: 'day', by: 'desk' };
  const update = await on.stage.see(trajectoryUpdate, told25, null);
  expect(update!['sentence']).toMatch(/afwezig bij .* Genoteerd door het Meldpunt\.$/);
  const press = { providerId: provider.id, week: '2026-11-23', ids: trajectoryId, count1: '2' };
  await on.stage.press(countHalfDays, press, { by: atDesk() });
  expect((await one()).weeks).toEqual([{ week: '2026-11-23', count: 2, notedBy: 'desk' }]);
  await on.stage.press(countHalfDays, { ...press, count1: '3' }, byProvider);
  expect((await one()).weeks).toEqual([{ week: '2026-11-23', count: 3 }]);
});

test('three in a row stand on the list of the desk, until it has seen to them', async () => {
  await tooOftenAbsent(on.world);
  const rows = async () => {
    const list = await on.stage.see(myReferrals, { organisationIds: [desk.id], personId: null, page: 0 }, null);
    return (list!['groups'] as { rows: { line: string }[] }[]).flatMap((group) => group.rows.map(({ line }) => line));
  };
  expect((await rows())[0]).toContain('3 keer na elkaar afwezig');
  expect(await on.stage.press(handleAbsences, of, byProvider)).toMatchObject({ refused: 'not-yours' });
  await on.stage.press(handleAbsences, of, { by: atDesk() });
  expect(await rows()).toEqual([]);
});

test('on the post of the provider both stand in sight', async () => {
  await started(on.world);
  const offer = await on.stage.see(referralOffer, { referralId: uuid('42') }, atProvider());
  const titles = (offer!['buttons'] as { title: string }[]).map(({ title }) => title);
  expect(titles.slice(0, 3)).toEqual(['Halve dagen', 'Afwezig vandaag', 'Traject']);
});
