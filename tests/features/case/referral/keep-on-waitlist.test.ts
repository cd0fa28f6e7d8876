import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { clbPost, offerPost, waitlistPost } from '../../../../src/contracts/jobs.js';
import { keepOnWaitlist } from '../../../../src/features/case/referral/keep-on-waitlist.js';
import { done, press, refused } from './act.js';
import { atClb, atDesk, atProvider, happened, jan, naft, sent, stranger, uuid, waiting } from './world.js';

const action = keepOnWaitlist as Action;
const data = { referralId: uuid('1') };
const shown = { show: 'referral-post', with: data };
const proposed = sent({ state: 'waitlist-proposed' });

describe('keep-on-waitlist', () => {
  test('puts a proposed referral on the list and tells the provider, in one press', async () => {
    const outcome = await done(action, { world: { referrals: [proposed] }, data });
    expect(outcome.changes).toEqual([{ put: 'referral', row: { ...proposed, state: 'waitlisted' } }]);
    expect(outcome.happened).toEqual([{ referralId: proposed.id, name: 'kept', data: {} }]);
    expect(outcome.notices?.map(({ view, params }) => [view, params['what']])).toEqual([
      ['offer-update', 'kept'],
      ['service-waitlist', undefined],
    ]);
    expect(outcome.refresh).toEqual(expect.arrayContaining([clbPost(proposed.id), waitlistPost(naft.id)]));
    expect(outcome.reply).toEqual(shown);
  });

  test('refreshes the posts of those behind, whose place moves, not of those before', async () => {
    const [before, behind] = [waiting(31, 9), waiting(35, -1)];
    const { refresh } = await done(action, { world: { referrals: [proposed, before, behind] }, data });
    expect(refresh).toContain(clbPost(behind.id));
    expect(refresh).not.toContain(clbPost(before.id));
  });

  test('says honestly until when a full service is full', async () => {
    const services = [{ ...naft, fullUntil: '2027-08-31' }];
    const outcome = await done(action, { world: { referrals: [sent({ state: 'full' })], services }, data });
    expect(outcome.reply).toEqual({ ...shown, note: { key: 'kept-full', values: { until: 'di 31 aug. 2027' } } });
  });

  test('puts one that was full before delivery before the provider now', async () => {
    const full = sent({ state: 'full', deliveredAt: null });
    const outcome = await done(action, { world: { referrals: [full] }, data });
    expect(outcome.notices?.[0]).toMatchObject({ key: offerPost(full.id, naft.id), view: 'referral-offer' });
    expect(outcome.changes?.[0]).toMatchObject({ row: { state: 'waitlisted', deliveredAt: expect.any(Date) } });
  });

  test('is told to the referrer when the desk did it in his or her name', async () => {
    const outcome = await done(action, { world: { referrals: [proposed] }, by: atDesk(), data });
    expect(outcome.happened).toEqual([{ referralId: proposed.id, name: 'kept', data: { by: 'desk' } }]);
    expect(outcome.notices?.at(-1)).toMatchObject({
      view: 'referral-update',
      params: { what: 'kept', data: { by: 'desk' } },
    });
  });

  test('pressed twice shows the present state and does nothing', async () => {
    const outcome = await done(action, { world: { referrals: [sent({ state: 'waitlisted' })] }, data });
    expect(outcome).toEqual({ reply: shown });
  });

  test('is the referrer’s choice, not the provider’s or another CLB’s', async () => {
    for (const by of [atProvider(), stranger()])
      expect((await refused(action, { world: { referrals: [proposed] }, by, data })).refused).toBe('only-referrer');
  });

  test('on an old card shows the present state, and who was first', async () => {
    const withdrawn = sent({ state: 'withdrawn' });
    const old = await refused(action, { world: { referrals: [withdrawn] }, data });
    expect(old).toEqual({ refused: 'outdated', show: { view: 'referral-post', with: data } });
    const history = [happened('withdrawn', { personId: jan.id })];
    const first = await refused(action, { world: { referrals: [withdrawn], history }, by: atClb(), data });
    expect(first).toMatchObject({ refused: 'somebody-first', values: { name: 'Jan Maes', state: 'Ingetrokken' } });
  });

  test('of a referral that does not exist is refused', async () => {
    expect(await press(action, { world: {}, data })).toEqual({ refused: 'not-found' });
  });
});
