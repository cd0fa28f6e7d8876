import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { clbPost, offerPost, waitlistPost } from '../../../../src/contracts/jobs.js';
import { canTakeBack } from '../../../../src/domain/case/referral.js';
import { confirmPlace } from '../../../../src/features/case/waitlist/confirm-place.js';
import { monday10 } from '../../../support/given.js';
import { done, refused } from '../referral/act.js';
import { an, atClb, atDesk, atProvider, bert, happened, naft, stranger, undoable, waiting } from '../referral/world.js';
import { savedReferral, told } from './outcomes.js';

const action = confirmPlace as Action;
const before = waiting(28, 60);
const free = waiting(31, 41, { state: 'place-free', undo: undoable('waitlisted'), contactedBy: bert.id });
const behind = waiting(35, 34);
const world = { referrals: [behind, free, before] };
const data = { referralId: free.id };
const show = { view: 'referral-post', with: data };

describe('given a place that came free, when the referrer still needs it', () => {
  test('then there is a place, and the provider is told in its thread (R10, R11)', async () => {
    const outcome = await done(action, { world, by: atClb(), data });
    const next = savedReferral(outcome);
    expect(next).toMatchObject({ state: 'placed', undo: null });
    expect(canTakeBack(next!, monday10)).toBe(false);
    expect(outcome.happened).toEqual([{ referralId: free.id, name: 'place-confirmed', data: {} }]);
    expect(told(outcome)).toEqual(['place-confirmed']);
    expect(outcome.notices?.[0]).toMatchObject({ view: 'offer-update', mention: bert.id });
    expect(outcome.reply).toEqual({ show: 'referral-post', with: data });
  });

  test('then who waited behind sees the new place on the list, who waited before sees nothing new', async () => {
    const { refresh = [] } = await done(action, { world, by: atClb(), data });
    expect(refresh).toEqual(
      expect.arrayContaining([clbPost(free.id), offerPost(free.id, naft.id), clbPost(behind.id)]),
    );
    expect(refresh).toContain(waitlistPost(naft.id));
    expect(refresh).not.toContain(clbPost(before.id));
  });

  test('then the desk may confirm in the CLB’s name, which the CLB reads', async () => {
    const outcome = await done(action, { world, by: atDesk(), data });
    expect(outcome.happened?.[0]?.data).toEqual({ by: 'desk' });
    expect(told(outcome)).toEqual(['place-confirmed', 'place-confirmed']);
    expect(outcome.notices?.[1]?.mention).toBe(an.id);
  });

  test('then the same press again, or a colleague’s, changes nothing', async () => {
    const placed = { ...free, state: 'placed' as const };
    const history = [happened('place-confirmed', { referralId: free.id })];
    const outcome = await done(action, { world: { referrals: [placed], history }, by: atClb(), data });
    expect(outcome).toEqual({ reply: { show: 'referral-post', with: data } });
  });
});

describe('given a press that may not be', () => {
  test('then only the CLB that referred confirms', async () => {
    for (const by of [stranger(), atProvider()])
      expect(await refused(action, { world, by, data })).toEqual({ refused: 'only-referrer' });
  });

  test('then a place that was taken back shows the present state and by whom', async () => {
    const back = { ...free, state: 'waitlisted' as const };
    expect(await refused(action, { world: { referrals: [back] }, by: atClb(), data })).toEqual({
      refused: 'outdated',
      show,
    });
    const history = [happened('answer-undone', { referralId: free.id })];
    expect(await refused(action, { world: { referrals: [back], history }, by: atClb(), data })).toMatchObject({
      refused: 'somebody-first',
      values: { name: 'Bert Claes', state: 'Op wachtlijst' },
      show,
    });
  });

  test('then a place given at once is nothing to confirm', async () => {
    const placed = { ...free, state: 'placed' as const };
    expect(await refused(action, { world: { referrals: [placed] }, by: atClb(), data })).toMatchObject({ show });
  });

  test('then what does not exist is not found', async () => {
    expect(await refused(action, { world: {}, by: atClb(), data })).toEqual({ refused: 'not-found' });
  });
});
