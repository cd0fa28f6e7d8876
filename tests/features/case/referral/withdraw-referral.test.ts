import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { clbPost } from '../../../../src/contracts/jobs.js';
import { referralStates } from '../../../../src/domain/case/states.js';
import { withdrawReferral } from '../../../../src/features/case/referral/withdraw-referral.js';
import { draft, monday10 } from '../../../support/given.js';
import { done, openForm, press, refused } from './act.js';
import { an, atClb, atDesk, atProvider, clb, happened, jan, sent, stranger, uuid, waiting } from './world.js';

const action = withdrawReferral as Action;
const id = { referralId: uuid('1') };
const data = { ...id, reason: 'solved', sent: 'yes' };
const shown = { show: 'referral-post', with: id };

describe('withdraw-referral', () => {
  test.each(referralStates.filter((state) => state !== 'withdrawn'))('ends a referral that is %s', async (state) => {
    const outcome = await done(action, { world: { referrals: [sent({ state })] }, data });
    expect(outcome.changes?.[0]).toMatchObject({
      row: { state: 'withdrawn', withdrawReason: 'solved', closedAt: monday10, undo: null },
    });
    expect(outcome.happened).toEqual([{ referralId: id.referralId, name: 'withdrawn', data: { reason: 'solved' } }]);
  });

  test('stops its delivery and its clock, and tells the provider why', async () => {
    const outcome = await done(action, { world: { referrals: [sent()] }, data });
    expect(outcome.settled).toEqual([`referral:${id.referralId}:deliver`, `referral:${id.referralId}:remind`]);
    expect(outcome.notices).toMatchObject([
      { view: 'offer-update', params: { what: 'withdrawn', data: { reason: 'solved' } } },
    ]);
    expect(outcome.reply).toEqual({ ...shown, note: { key: 'withdrawn' } });
  });

  test('before delivery tells no provider', async () => {
    const registered = sent({ state: 'registered', deliveredAt: null });
    expect((await done(action, { world: { referrals: [registered] }, data })).notices).toEqual([]);
  });

  test('moves up who waits behind it, and shows on the other posts of the trail', async () => {
    const mine = sent({ state: 'waitlisted' });
    const behind = waiting(35, -1);
    const same = sent({ id: uuid('7'), reference: '2026-0060' });
    const { refresh } = await done(action, { world: { referrals: [mine, behind, same] }, data });
    expect(refresh).toEqual(expect.arrayContaining([clbPost(behind.id), clbPost(same.id)]));
  });

  test('closes the intake that was open again to change it', async () => {
    const open = draft({ id: uuid('d0'), personId: an.id, clbId: clb.id, referralId: uuid('1') });
    const recalled = sent({ state: 'recalled', deliveredAt: null });
    const outcome = await done(action, { world: { referrals: [recalled], drafts: [open] }, data });
    expect(outcome.changes?.[1]).toEqual({ put: 'draft', row: { ...open, state: 'sent' } });
    expect(outcome.settled).toContain(`draft:${open.id}:expire`);
  });

  test('by the desk is told to the referrer', async () => {
    const outcome = await done(action, { world: { referrals: [sent()] }, by: atDesk(), data });
    expect(outcome.notices?.at(-1)).toMatchObject({
      view: 'referral-update',
      params: { what: 'withdrawn', data: { reason: 'solved', by: 'desk' } },
    });
  });

  test('asks a reason from the list', async () => {
    for (const reason of [undefined, '', 'no-idea'])
      expect(await press(action, { world: { referrals: [sent()] }, data: { ...id, reason } })).toEqual({
        errors: { reason: 'reason-missing' },
      });
  });

  test('shows what was chosen again', async () => {
    const form = await openForm(action, { world: { referrals: [sent()] }, data: id }, { typed: { reason: 'moved' } });
    expect(form).toMatchObject({ typed: { reason: 'moved' } });
  });

  test('sent twice shows what it did; another reason comes too late', async () => {
    const world = { referrals: [sent({ state: 'withdrawn', withdrawReason: 'solved' })] };
    expect(await done(action, { world, data })).toEqual({ reply: shown });
    expect((await refused(action, { world, data: { ...data, reason: 'moved' } })).refused).toBe('outdated');
  });

  test('does not open its form any more when it was withdrawn, and says who did', async () => {
    const world = {
      referrals: [sent({ state: 'withdrawn' })],
      history: [happened('withdrawn', { personId: jan.id })],
    };
    await expect(openForm(action, { world, data: id, by: atClb() })).rejects.toThrow('somebody-first');
  });

  test('is for the referrer’s CLB', async () => {
    for (const by of [atProvider(), stranger()])
      expect((await refused(action, { world: { referrals: [sent()] }, by, data })).refused).toBe('only-referrer');
    expect(await press(action, { world: {}, data })).toEqual({ refused: 'not-found' });
  });
});
