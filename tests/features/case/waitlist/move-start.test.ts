import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { clbPost } from '../../../../src/contracts/jobs.js';
import { moveStart } from '../../../../src/features/case/waitlist/move-start.js';
import { done, openForm, press, refused } from '../referral/act.js';
import { an, atClb, atDesk, atProvider, waiting } from '../referral/world.js';
import { savedReferral, told } from './outcomes.js';

const action = moveStart as Action;
const one = waiting(42, 9, { expectedStartOn: '2027-02-22' });
const world = { referrals: [one] };
const to = (expectedStartOn?: string) => ({ referralId: one.id, expectedStartOn });
const offer = { show: 'referral-offer', with: { referralId: one.id } };

describe('given somebody on the list with an expected start', () => {
  test('when the form is opened, then it shows that day, or what was typed', async () => {
    expect(await openForm(action, { world, by: atProvider(), data: to() })).toMatchObject({
      typed: { expectedStartOn: '2027-02-22' },
    });
    const typed = { expectedStartOn: '31/2' };
    expect(await openForm(action, { world, by: atProvider(), data: to() }, { typed })).toMatchObject({ typed });
  });

  test('when it moves, then it is stored and the referrer is told (R11)', async () => {
    const outcome = await done(action, { world, by: atProvider(), data: to('2027-03-08') });
    expect(savedReferral(outcome)).toMatchObject({ expectedStartOn: '2027-03-08', state: 'waitlisted' });
    expect(outcome.happened).toEqual([
      { referralId: one.id, name: 'start-moved', data: { from: '2027-02-22', to: '2027-03-08' } },
    ]);
    expect(told(outcome)).toEqual(['start-moved']);
    expect(outcome.notices?.[0]).toMatchObject({ mention: an.id, params: { data: { to: '2027-03-08' } } });
    expect(outcome.refresh).toContain(clbPost(one.id));
    expect(outcome.reply).toMatchObject(offer);
  });

  test('when it is emptied, then it is open again', async () => {
    for (const typed of ['', undefined]) {
      const outcome = await done(action, { world, by: atProvider(), data: to(typed) });
      expect(savedReferral(outcome)?.expectedStartOn).toBeNull();
    }
  });

  test('when it is today, as people write it, then it is taken', async () => {
    const outcome = await done(action, { world, by: atProvider(), data: to('16/11/2026') });
    expect(savedReferral(outcome)?.expectedStartOn).toBe('2026-11-16');
  });

  test('when the desk writes it down, then both sides read that', async () => {
    const outcome = await done(action, { world, by: atDesk(), data: to('2027-03-08') });
    expect(outcome.happened?.[0]?.data).toMatchObject({ by: 'desk' });
    expect(told(outcome)).toEqual(['start-moved', 'noted']);
  });

  test('when it is the same day, then nothing changes', async () => {
    expect(await done(action, { world, by: atProvider(), data: to('2027-02-22') })).toEqual({ reply: offer });
  });

  test('when the day has passed or is none, then it is said at the field', async () => {
    const outcome = await done(action, { world, by: atProvider(), data: to('2026-11-15') });
    expect(outcome.reply).toMatchObject({
      form: 'move-start',
      with: { expectedStartOn: '2026-11-15' },
      errors: { expectedStartOn: 'date-passed' },
    });
    expect(await press(action, { world, by: atProvider(), data: to('30 februari') })).toEqual({
      errors: { expectedStartOn: 'date-unreadable' },
    });
  });
});

describe('given a press that may not be', () => {
  test('then a CLB is refused', async () => {
    expect(await refused(action, { world, by: atClb(), data: to() })).toEqual({ refused: 'only-provider' });
  });

  test('then who waits no more is shown as it is', async () => {
    const placed = { ...one, state: 'placed' as const };
    expect(await refused(action, { world: { referrals: [placed] }, by: atProvider(), data: to() })).toMatchObject({
      refused: 'outdated',
      show: { view: 'referral-offer' },
    });
  });

  test('then what does not exist is not found', async () => {
    expect(await refused(action, { world: {}, by: atProvider(), data: to() })).toEqual({ refused: 'not-found' });
  });
});
