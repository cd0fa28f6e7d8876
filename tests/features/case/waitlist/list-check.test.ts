import { describe, expect, test } from '@jest/globals';
import { checkList } from '../../../../src/features/case/waitlist/check-list.job.js';
import { checkLists } from '../../../../src/features/case/waitlist/check-lists.job.js';
import { confirmList } from '../../../../src/features/case/waitlist/confirm-list.js';
import { moveStarts } from '../../../../src/features/case/waitlist/move-starts.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, atClb, atDesk, atProvider, daysAgo, naft } from '../referral/world.js';
import { asksProvider } from './world.js';

const at = onStage();
const on = '2026-11-16';
const days = (count: number): Date => daysAgo(-count);
const cards = async (): Promise<string[]> => (await at.world.keys()).filter((key) => key.startsWith('list-check:'));
const check = async () => (await at.stage.read.serviceLists(naft.id))[0]?.check ?? null;
const eachDay = async (now: Date): Promise<void> => {
  at.stage.now = now;
  await at.stage.run(checkLists, {});
  await at.stage.runDue([checkList]);
};

describe('the waiting list of a provider', () => {
  test('is asked about four weeks after the first came on it; a reminder once, then the desk; nothing leaves the list', async () => {
    const start = at.stage.now;
    try {
      await at.world.refers(31, { state: 'waitlisted', days: 20 });
      await eachDay(start);
      expect(await cards()).toEqual([]);
      for (const later of [9, 9, 17, 17, 24, 25]) await eachDay(days(later));
      expect((await cards()).map((key) => key.split(':').slice(-1)[0])).toEqual(['asked', 'clb', 'desk']);
      expect((await at.world.referral(31)).state).toBe('waitlisted');
      await eachDay(days(60));
      expect(await cards()).toHaveLength(4);
    } finally {
      at.stage.now = start;
    }
  });

  test('klopt nog: one press by the provider or the desk; not by a CLB; an older card answers nothing', async () => {
    await at.world.refers(31, { state: 'waitlisted', days: 40 });
    await asksProvider(at.world);
    const press = (by = atProvider(), day = on) => at.stage.press(confirmList, { serviceId: naft.id, on: day }, { by });
    expect(await press(atClb())).toEqual({ refused: 'only-provider' });
    allowed(await press(atProvider(), '2026-10-19'));
    expect((await check())?.asked?.on).toBe(on);
    allowed(await press(atDesk()));
    expect(await check()).toMatchObject({ asked: null, confirmedAt: at.stage.now });
  });

  test('the starts of the whole list in one submit: who moved is told, who did not is not; the list is looked through', async () => {
    await at.world.refers(31, { state: 'waitlisted', days: 40, startOn: '2027-01-11' });
    await at.world.refers(42, { state: 'waitlisted', days: 30, startOn: '2027-02-22' });
    await asksProvider(at.world);
    const [one, other] = [await at.world.referral(31), await at.world.referral(42)];
    const press = (data: object) =>
      at.stage.press(moveStarts, { serviceId: naft.id, on, ...data }, { by: atProvider() });
    const wrong = allowed(await press({ [`start-${one.id}`]: '2026-01-01', [`start-${other.id}`]: '2027-03-01' }));
    expect(wrong.reply).toMatchObject({ errors: { [`start-${one.id}`]: 'date-passed' } });
    allowed(await press({ [`start-${one.id}`]: '2027-01-11', [`start-${other.id}`]: '2027-03-01' }));
    expect((await at.world.referral(42)).expectedStartOn).toBe('2027-03-01');
    expect(await at.world.history(31)).not.toContain('start-moved');
    expect(await at.world.told()).toEqual(['referral-update start-moved']);
    expect((await check())?.asked).toBeNull();
  });

  test('the desk sees all lists in one line each, counted by the database', async () => {
    await at.world.refers(31, { state: 'waitlisted', days: 40, startOn: '2027-02-22' });
    await at.world.refers(42, { state: 'place-free', days: 30, facts: { urgency: 'urgent' } });
    await at.world.happened(31, 'check-in-asked', { on }, { side: 'clock', person: null });
    await at.world.happened(31, 'check-in-reminded', { stage: 'desk' }, { side: 'clock', person: null });
    const [line, another] = await at.stage.read.serviceLists(null);
    expect(another).toBeUndefined();
    expect(line).toMatchObject({ count: 2, urgent: 1, unconfirmed: 1, free: 1, startOn: '2027-02-22', check: null });
  });
});
