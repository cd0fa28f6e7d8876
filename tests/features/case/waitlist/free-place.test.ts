import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { clbPost, offerPost, waitlistPost } from '../../../../src/contracts/jobs.js';
import { takeBack } from '../../../../src/domain/case/referral.js';
import { freePlace } from '../../../../src/features/case/waitlist/free-place.js';
import { monday10 } from '../../../support/given.js';
import { done, press, refused } from '../referral/act.js';
import { atClb, atDesk, atProvider, bert, happened, jan, naft, waiting } from '../referral/world.js';
import { savedReferral, told } from './outcomes.js';

const action = freePlace as Action;
const first = waiting(31, 41);
const second = waiting(35, 34, { urgency: 'urgent' });
const referrals = [second, first];
const onList = (one = first) => ({ referralId: one.id, from: 'list' });

describe('given two who wait, when the provider has a place for the first', () => {
  test('then it is free in one press, told to the referrer, shown everywhere, and can be taken back for 15 minutes', async () => {
    const outcome = await done(action, { world: { referrals }, by: atProvider(), data: onList() });
    const next = savedReferral(outcome);
    expect(next).toMatchObject({ id: first.id, state: 'place-free', answeredBy: bert.id, answeredAt: monday10 });
    expect(takeBack(next!, 'provider', new Date(monday10.getTime() + 15 * 60_000))).toMatchObject({
      referral: { state: 'waitlisted' },
    });
    expect(outcome.happened).toEqual([{ referralId: first.id, name: 'place-freed', data: {} }]);
    expect(told(outcome)).toEqual(['place-freed']);
    expect(outcome.notices?.[0]?.mention).toBe(first.referrerId);
    expect(outcome.refresh).toEqual(
      expect.arrayContaining([clbPost(first.id), offerPost(first.id, naft.id), waitlistPost(naft.id)]),
    );
    expect(outcome.reply).toMatchObject({ show: 'service-waitlist', with: { serviceId: naft.id } });
  });

  test('then the expected start stays when it is taken back', async () => {
    const dated = { ...first, expectedStartOn: '2027-02-01' };
    const outcome = await done(action, { world: { referrals: [dated] }, by: atProvider(), data: onList() });
    expect(takeBack(savedReferral(outcome)!, 'provider', monday10)).toMatchObject({
      referral: { expectedStartOn: '2027-02-01' },
    });
  });

  test('then on the offer the offer stays in view', async () => {
    const data = { referralId: first.id };
    const outcome = await done(action, { world: { referrals }, by: atProvider(), data });
    expect(outcome.reply).toMatchObject({ show: 'referral-offer', with: data });
  });

  test('then the desk may write it down in its name, which both sides read', async () => {
    const outcome = await done(action, { world: { referrals }, by: atDesk(), data: onList() });
    expect(outcome.happened?.[0]?.data).toEqual({ by: 'desk' });
    expect(told(outcome)).toEqual(['place-freed', 'noted']);
  });

  test('then the same press again changes nothing', async () => {
    const free = { ...first, state: 'place-free' as const, answeredBy: bert.id };
    const outcome = await done(action, { world: { referrals: [free, second] }, by: atProvider(), data: onList() });
    expect(outcome).toEqual({ reply: { show: 'service-waitlist', with: { serviceId: naft.id } } });
  });
});

describe('given another than the first in order', () => {
  test('when it is pressed, then the reason is asked, urgent or not, and nothing is stored', async () => {
    const outcome = await done(action, { world: { referrals }, by: atProvider(), data: onList(second) });
    expect(outcome.changes).toBeUndefined();
    expect(outcome.reply).toMatchObject({ form: 'free-place', with: { referralId: second.id } });
    expect(outcome.reply).not.toHaveProperty('errors');
  });

  test('when the reason was left out, then it is asked at its field', async () => {
    const data = { ...onList(second), asked: 'yes', reason: '' };
    const outcome = await done(action, { world: { referrals }, by: atProvider(), data });
    expect(outcome.reply).toMatchObject({ form: 'free-place', errors: { reason: 'reason-missing' } });
    expect(await press(action, { world: { referrals }, data: { ...data, reason: 'because' } })).toEqual({
      errors: { reason: 'reason-missing' },
    });
  });

  test('when the reason is given, then it stands in the history', async () => {
    const data = { ...onList(second), asked: 'yes', reason: 'group-fit' };
    const outcome = await done(action, { world: { referrals }, by: atProvider(), data });
    expect(savedReferral(outcome)).toMatchObject({ id: second.id, state: 'place-free' });
    expect(outcome.happened?.[0]?.data).toEqual({ reason: 'group-fit' });
  });

  test('when the first has a place already, then the next is the first', async () => {
    const free = { ...first, state: 'place-free' as const, answeredBy: bert.id };
    const outcome = await done(action, {
      world: { referrals: [free, second] },
      by: atProvider(),
      data: onList(second),
    });
    expect(savedReferral(outcome)).toMatchObject({ id: second.id, state: 'place-free' });
    expect(outcome.happened?.[0]?.data).toEqual({});
  });
});

describe('given a press that may not be', () => {
  test('then a CLB is refused, and a provider to whom it was never delivered', async () => {
    expect(await refused(action, { world: { referrals }, by: atClb(), data: onList() })).toEqual({
      refused: 'only-provider',
    });
    const never = { ...first, deliveredAt: null };
    expect(await refused(action, { world: { referrals: [never] }, by: atProvider(), data: onList() })).toEqual({
      refused: 'only-provider',
    });
  });

  test('then a referral that does not exist or is with nobody is not found', async () => {
    expect(await refused(action, { world: {}, by: atProvider(), data: onList() })).toEqual({ refused: 'not-found' });
    const nowhere = { ...first, serviceId: null };
    expect(await refused(action, { world: { referrals: [nowhere] }, by: atDesk(), data: onList() })).toEqual({
      refused: 'not-found',
    });
  });

  test('then an old card is answered with the present list, and who was first is named', async () => {
    const gone = { ...first, state: 'withdrawn' as const };
    const show = { view: 'service-waitlist', with: { serviceId: naft.id } };
    expect(await refused(action, { world: { referrals: [gone] }, by: atProvider(), data: onList() })).toEqual({
      refused: 'outdated',
      show,
    });
    const history = [happened('place-freed', { referralId: first.id, personId: jan.id })];
    const freed = { ...first, state: 'place-free' as const, answeredBy: jan.id };
    const world = { referrals: [freed, second], history };
    expect(await refused(action, { world, by: atProvider(), data: onList() })).toMatchObject({
      refused: 'somebody-first',
      values: { name: 'Jan Maes' },
      show,
    });
  });
});
