import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { livingPosts } from '../../../../src/contracts/notices.js';
import { confirmContact } from '../../../../src/features/case/dispatch/confirm-contact.js';
import { monday10 } from '../../../support/given.js';
import { noticeKeys, press, pressed, savedReferrals, told } from './press.js';
import { an, atClb, atDesk, atProvider, bert, els, happened, sent, stranger } from './world.js';

const action = confirmContact as Action;
const referral = sent();
const id = { referralId: referral.id };
const world = { referrals: [referral] };
const show = { view: 'referral-offer', with: id };

describe('confirm-contact: given a delivered referral', () => {
  test('when the provider presses, the case is on that name, the clock stops, the CLB is told, all posts are fresh', async () => {
    const outcome = await pressed(action, atProvider(), world, id);
    const [next] = savedReferrals(outcome);
    expect(next).toMatchObject({
      state: 'contacted',
      contactedAt: monday10,
      contactedBy: bert.id,
      answeredBy: bert.id,
    });
    expect(next?.undo).toMatchObject({ state: 'delivered', side: 'provider' });
    expect(outcome.happened).toEqual([{ referralId: referral.id, name: 'contacted', data: {} }]);
    expect(told(outcome)).toEqual(['contacted']);
    expect(noticeKeys(outcome)).toEqual([`referral:${referral.id}:update:contacted:${referral.version}`]);
    expect(outcome.refresh).toEqual(livingPosts(referral));
    expect(outcome.settled).toEqual([`referral:${referral.id}:remind`]);
    expect(outcome.reply).toEqual({ show: 'referral-offer', with: id });
  });

  test('when the desk notes it by phone, that is recorded and told to both; the case is on nobody’s name', async () => {
    const outcome = await pressed(action, atDesk(), world, { ...id, why: 'overdue' });
    expect(savedReferrals(outcome)[0]).toMatchObject({ contactedBy: null, answeredBy: els.id, undo: { side: 'desk' } });
    expect(outcome.happened?.[0]?.data).toEqual({ by: 'desk' });
    expect(outcome.notices?.map(({ view }) => view)).toEqual(['referral-update', 'offer-update']);
    expect(told(outcome)).toEqual(['contacted', 'noted']);
    expect(outcome.reply).toEqual({ show: 'desk-referral', with: { ...id, why: 'overdue' } });
  });

  test('nobody else may: another provider, the CLB', async () => {
    expect(await press(action, stranger(), world, id)).toEqual({ refused: 'only-provider' });
    expect(await press(action, atClb(), world, id)).toEqual({ refused: 'only-provider' });
  });

  test('a referral that does not exist or is with no provider yet is not found', async () => {
    expect(await press(action, atProvider(), {}, id)).toEqual({ refused: 'not-found' });
    const held = sent({ state: 'held', providerId: null, serviceId: null });
    expect(await press(action, atDesk(), { referrals: [held] }, id)).toEqual({ refused: 'not-found' });
  });

  test('before delivery it does not exist for the provider', async () => {
    const early = sent({ state: 'registered', deliveredAt: null });
    expect(await press(action, atProvider(), { referrals: [early] }, id)).toEqual({ refused: 'only-provider' });
  });
});

describe('confirm-contact: given that somebody was first', () => {
  const contacted = sent({ state: 'contacted', answeredBy: bert.id, answeredAt: monday10, contactedBy: bert.id });

  test('the same person again sees the present state and changes nothing', async () => {
    expect(await press(action, atProvider(bert), { referrals: [contacted] }, id)).toEqual({
      reply: { show: 'referral-offer', with: id },
    });
  });

  test('a colleague reads who and what, above the present state', async () => {
    expect(await press(action, atProvider(an), { referrals: [contacted] }, id)).toEqual({
      refused: 'somebody-first',
      values: { name: 'Bert Claes', state: 'Gecontacteerd' },
      show,
    });
  });

  test('after one’s own later answer the card is outdated', async () => {
    const placed = { ...contacted, state: 'placed' as const };
    expect(await press(action, atProvider(bert), { referrals: [placed] }, id)).toEqual({ refused: 'outdated', show });
  });

  test('after the CLB withdrew the card is outdated, whoever answered before', async () => {
    const withdrawn = { ...contacted, state: 'withdrawn' as const };
    expect(await press(action, atProvider(an), { referrals: [withdrawn] }, id)).toEqual({ refused: 'outdated', show });
  });

  test('a press from before an answer was taken back, delivered late, does not answer anew', async () => {
    const late = { referrals: [referral], history: [happened('answer-undone')] };
    expect(await press(action, atProvider(), late, { ...id, round: 0 })).toEqual({ refused: 'outdated', show });
    expect(savedReferrals(await pressed(action, atProvider(), late, { ...id, round: 1 }))).toHaveLength(1);
  });
});
