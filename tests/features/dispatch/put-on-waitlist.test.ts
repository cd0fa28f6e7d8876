import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../src/contracts/action.js';
import { waitlistPost } from '../../../src/contracts/jobs.js';
import { livingPosts } from '../../../src/contracts/notices.js';
import { putOnWaitlist } from '../../../src/features/dispatch/put-on-waitlist.js';
import { fieldErrors, noticeKeys, press, pressed, savedReferrals } from './press.js';
import { an, atProvider, bert, naft, sent, uuid } from './world.js';

const action = putOnWaitlist as Action;
const id = { referralId: sent().id };
const later = sent({ id: uuid('7'), state: 'waitlisted', firstRegisteredAt: new Date('2026-11-20') });
const earlier = sent({ id: uuid('8'), state: 'waitlisted', firstRegisteredAt: new Date('2026-11-01') });

describe('put-on-waitlist: given a delivered referral', () => {
  test('that the CLB keeps, it is on the list with its expected start, and whoever moves is shown anew (R11)', async () => {
    const world = { referrals: [sent(), later, earlier] };
    const outcome = await pressed(action, atProvider(), world, { ...id, kept: 'yes', expectedStartOn: '2027-02-22' });
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'waitlisted', expectedStartOn: '2027-02-22' });
    expect(outcome.notices?.[0]?.params).toMatchObject({ what: 'waitlisted', data: { expectedStartOn: '2027-02-22' } });
    expect(outcome.refresh).toEqual(expect.arrayContaining(livingPosts(later)));
    expect(outcome.refresh).not.toContain(livingPosts(earlier)[0]);
    expect(noticeKeys(outcome)).toContain(waitlistPost(naft.id));
  });

  test('that was not asked yet, the referrer chooses', async () => {
    const outcome = await pressed(action, atProvider(), { referrals: [sent()] }, { ...id, kept: 'not-asked' });
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'waitlist-proposed', expectedStartOn: null });
    expect(outcome.happened?.[0]?.name).toBe('waitlist-proposed');
  });

  test('a day in the past comes back under its field, with what was chosen', async () => {
    const data = { ...id, kept: 'yes', expectedStartOn: '2020-01-01' };
    expect(await press(action, atProvider(), { referrals: [sent()] }, data)).toEqual({
      reply: { form: 'put-on-waitlist', with: data, errors: { expectedStartOn: 'date-passed' } },
    });
  });

  test('each wrong field has its own sentence', () => {
    expect(fieldErrors(action, {})).toEqual(['kept-missing']);
    expect(fieldErrors(action, { kept: 'yes', expectedStartOn: 'straks' })).toEqual(['date-unreadable']);
    expect(fieldErrors(action, { kept: 'yes', expectedStartOn: '' })).toEqual([]);
    expect(fieldErrors(action, { kept: 'yes', expectedStartOn: '22/02/2027' })).toEqual([]);
  });

  test('the same press again shows the present state; a colleague reads who was first', async () => {
    const done = { referrals: [sent({ state: 'waitlisted', answeredBy: bert.id })] };
    const data = { ...id, kept: 'yes' };
    expect(await press(action, atProvider(bert), done, data)).toEqual({ reply: { show: 'referral-offer', with: id } });
    expect(await press(action, atProvider(an), done, data)).toMatchObject({ refused: 'somebody-first' });
  });
});
