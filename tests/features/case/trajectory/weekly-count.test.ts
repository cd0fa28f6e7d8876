import { expect, test } from '@jest/globals';
import type { Outcome } from '../../../../src/contracts/outcome.js';
import { askHalfDays, asksHalfDaysEachDay } from '../../../../src/features/case/trajectory/ask-half-days.job.js';
import { countHalfDays } from '../../../../src/features/case/trajectory/count-half-days.js';
import { pauseTrajectory } from '../../../../src/features/case/trajectory/pause-trajectory.js';
import { resumeTrajectory } from '../../../../src/features/case/trajectory/resume-trajectory.js';
import { weekToCountCard } from '../../../../src/features/case/trajectory/week-to-count.js';
import { createCalendar } from '../../../../src/platform/calendar/index.js';
import { defaultSettings } from '../../../../src/domain/settings.js';
import { onStage } from '../referral/on-stage.js';
import { atClb, atDesk, atProvider, provider } from '../referral/world.js';
import { paused, started, trajectoryId } from './world.js';

const on = onStage();
const week = '2026-11-23';
const keys = async (): Promise<string[]> => (await on.world.keys()).filter((key) => key.startsWith('half-days:'));
const runsAt = async (moment: string): Promise<void> => {
  on.stage.now = new Date(moment);
  await on.stage.run(askHalfDays, {});
};
const card = (stage: string, by: ReturnType<typeof atProvider> | null = null) =>
  on.stage.see(weekToCountCard, { providerId: provider.id, week, stage }, by);
const press = { providerId: provider.id, week, ids: trajectoryId };

test('a week is asked once, reminded of once, then before the desk; a week of long ago is not asked', async () => {
  await started(on.world);
  await runsAt('2026-11-26T13:00:00Z');
  expect(await keys()).toEqual([]);
  await runsAt('2026-11-27T13:00:00Z');
  await runsAt('2026-11-30T13:00:00Z');
  await runsAt('2026-12-01T13:00:00Z');
  await runsAt('2026-12-02T13:00:00Z');
  await runsAt('2026-12-03T13:00:00Z');
  const own = `half-days:${provider.id}:${week}`;
  expect((await keys()).sort()).toEqual([`${own}:again`, `${own}:asked`, `${own}:desk`]);
  await on.stage.press(countHalfDays, { ...press, count1: '3' }, { by: atDesk() });
  await runsAt('2026-12-04T13:00:00Z');
  expect((await keys()).filter((key) => !key.startsWith(own))).toEqual([`half-days:${provider.id}:2026-11-30:asked`]);
});

test('who pauses is asked about the week in which it still ran, and about none after it', async () => {
  await paused(on.world);
  await runsAt('2026-11-27T13:00:00Z');
  expect(await keys()).toEqual([`half-days:${provider.id}:${week}:asked`]);
  await on.stage.press(countHalfDays, { ...press, count1: '3' }, { by: atProvider() });
  await runsAt('2026-12-11T13:00:00Z');
  expect(await keys()).toEqual([`half-days:${provider.id}:${week}:asked`]);
});

test('a week that it paused from Monday to Friday is not asked once it runs again; the next one is', async () => {
  await started(on.world);
  const byProvider = { by: atProvider() };
  on.stage.now = new Date('2026-11-27T09:00:00Z');
  await on.stage.press(pauseTrajectory, { trajectoryId, until: '2026-12-09' }, byProvider);
  on.stage.now = new Date('2026-12-07T09:00:00Z');
  await on.stage.press(resumeTrajectory, { trajectoryId }, byProvider);
  await runsAt('2026-12-07T13:00:00Z');
  expect(await keys()).toEqual([]);
  await runsAt('2026-12-11T13:00:00Z');
  expect(await keys()).toEqual([`half-days:${provider.id}:2026-12-07:asked`]);
});

test('counted on the card that asked: it says what was counted, and by whom', async () => {
  await started(on.world);
  const asked = await card('asked', atProvider());
  expect(asked).toMatchObject({ ids: trajectoryId, rows: [{ id: 'count1', value: null }] });
  expect(await card('desk', atDesk())).toMatchObject({ people: [{}] });
  const outcome = (await on.stage.press(
    countHalfDays,
    { ...press, stage: 'desk', count1: '3' },
    { by: atDesk() },
  )) as Outcome;
  expect(outcome.reply).toMatchObject({ show: 'week-to-count', with: { stage: 'desk' } });
  expect(await card('asked', atProvider())).toMatchObject({
    ids: null,
    strip: {
      state: 'Ingevuld',
      next: 'Week van ma 23 nov.: 3 halve dagen van 1 leerling. Genoteerd door het Meldpunt.',
    },
  });
  const wrong = { ...press, stage: 'asked', count1: '99' };
  expect(await on.stage.press(countHalfDays, wrong, { by: atProvider() })).toMatchObject({
    reply: { form: 'count-half-days', with: { stage: 'asked' }, errors: { count1: 'count-wrong' } },
  });
  expect(await on.stage.press(countHalfDays, press, { by: atClb() })).toEqual({ refused: 'only-provider' });
});

test('nothing filled in is said, and after its term the card says since when it is late', async () => {
  await started(on.world);
  const nothing = { ...press, stage: 'asked', count1: ' ' };
  expect(await on.stage.press(countHalfDays, nothing, { by: atProvider() })).toMatchObject({
    reply: { form: 'count-half-days', with: { stage: 'asked' }, errors: { count1: 'nothing-counted' } },
  });
  on.stage.now = new Date('2026-12-01T14:00:00Z');
  for (const stage of ['asked', 'again'])
    expect(await card(stage)).toMatchObject({
      strip: { state: 'Te laat sinds di 1 dec., 14 u.', style: 'attention' },
    });
});

test('it is looked at each working day at two', () => {
  const calendar = createCalendar({ ...defaultSettings, alwaysOpen: false, closedPeriods: [] });
  const next = (now: string) =>
    asksHalfDaysEachDay.next(new Date(now), { calendar, settings: defaultSettings }).toISOString();
  expect(next('2026-11-27T09:00:00Z')).toBe('2026-11-27T13:00:00.000Z');
  expect(next('2026-11-27T13:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
});
