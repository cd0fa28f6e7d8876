import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../src/contracts/action.js';
import { markFull } from '../../../src/features/dispatch/mark-full.js';
import { fieldErrors, noticeKeys, press, pressed, saved, savedReferrals, told } from './press.js';
import { an, atDesk, atProvider, bert, naft, sent, uuid } from './world.js';

const action = markFull as Action;
const referral = sent();
const id = { referralId: referral.id };
const registered = sent({ id: uuid('21'), state: 'registered', deliveredAt: null });
const proposed = sent({ id: uuid('22'), state: 'waitlist-proposed' });
const waiting = sent({ id: uuid('23'), state: 'waitlisted' });
const placed = sent({ id: uuid('24'), state: 'placed' });
const elsewhere = sent({ id: uuid('25'), serviceId: uuid('55') });
const world = { referrals: [referral, registered, proposed, waiting, placed, elsewhere] };
const until = '2027-08-31';

describe('mark-full: given a service with other open referrals', () => {
  test('all of them become full under one undo group, the service is full until the day (R12)', async () => {
    const outcome = await pressed(action, atProvider(), world, { ...id, until });
    const full = savedReferrals(outcome);
    expect(full.map((one) => one.id)).toEqual([referral.id, registered.id, proposed.id]);
    expect(new Set(full.map(({ undo }) => undo?.group)).size).toBe(1);
    expect(full.every(({ state, undo }) => state === 'full' && undo?.fullUntil === null)).toBe(true);
    expect(saved(outcome)[0]).toEqual({ put: 'service', row: { ...naft, fullUntil: until } });
    expect(outcome.settled).toContain(`referral:${referral.id}:remind`);
  });

  test('each referrer gets the choice; who waits on the list keeps the place and only hears it', async () => {
    const outcome = await pressed(action, atProvider(), world, { ...id, until });
    expect(told(outcome)).toEqual(['full', 'full', 'full', 'service-full']);
    expect(outcome.notices?.[0]?.params).toMatchObject({ data: { until } });
    expect(new Set(noticeKeys(outcome)).size).toBe(4);
  });

  test('on the day after, at nine, it is asked whether it is open again', async () => {
    const outcome = await pressed(action, atProvider(), world, { ...id, until });
    expect(outcome.dues).toEqual([
      {
        key: `service:${naft.id}:open-again`,
        job: 'ask-open-again',
        subject: { serviceId: naft.id },
        at: new Date('2027-09-01T07:00:00Z'),
      },
    ]);
  });

  test('the desk notes it in the provider’s name', async () => {
    const outcome = await pressed(action, atDesk(), { referrals: [referral] }, { ...id, why: 'overdue', until });
    expect(outcome.happened?.[0]?.data).toEqual({ until, by: 'desk' });
    expect(told(outcome)).toEqual(['full', 'noted']);
    expect(outcome.reply).toMatchObject({ show: 'desk-referral' });
  });

  test('a day in the past comes back under its field', async () => {
    expect(await press(action, atProvider(), world, { ...id, until: '2026-11-15' })).toEqual({
      reply: { form: 'mark-full', with: { ...id, until: '2026-11-15' }, errors: { until: 'date-passed' } },
    });
    expect(fieldErrors(action, {})).toEqual(['date-missing']);
    expect(fieldErrors(action, { until: 'ooit' })).toEqual(['date-unreadable']);
  });

  test('the same press again shows the present state; a colleague reads who was first', async () => {
    const done = { referrals: [sent({ state: 'full', answeredBy: bert.id })] };
    expect(await press(action, atProvider(bert), done, { ...id, until })).toEqual({
      reply: { show: 'referral-offer', with: id },
    });
    expect(await press(action, atProvider(an), done, { ...id, until })).toMatchObject({ refused: 'somebody-first' });
  });
});
