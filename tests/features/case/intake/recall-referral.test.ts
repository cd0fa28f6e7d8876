import { describe, expect, test } from '@jest/globals';
import { draftPost } from '../../../../src/features/case/intake/draft-post.js';
import { recallReferral } from '../../../../src/features/case/intake/recall-referral.js';
import { reviewReferral } from '../../../../src/features/case/intake/review-referral.js';
import * as given from '../../../support/given.js';
import { monday9, ready, sunday } from './ready-draft.js';

describe('recall-referral', () => {
  async function sent() {
    const { world, draftId, send } = ready();
    world.context = { ...world.context, now: sunday };
    await send();
    return { world, draftId, send, recall: () => world.press(recallReferral, { referralId: world.referral.id }) };
  }

  test('until delivery: called back, the draft open at the review, nothing delivered (R4)', async () => {
    const { world, draftId, recall } = await sent();
    const outcome = await recall();
    expect(world.referral).toMatchObject({ state: 'recalled', deliverAt: null });
    expect(world.draft).toMatchObject({ state: 'open', step: 'review-referral', referralId: world.referral.id });
    expect(outcome).toMatchObject({
      happened: [{ name: 'recalled' }],
      settled: [`referral:${world.referral.id}:deliver`],
      dues: [{ key: `draft:${draftId}:tidy` }],
      reply: { show: 'review-referral', with: { draftId } },
    });
    expect(await world.see(draftPost, { draftId }, { actor: null })).toMatchObject({
      title: 'Aanmelding 2026-0042 wijzigen',
      openId: draftId,
      discardId: null,
    });
    expect(await world.see(reviewReferral, { draftId })).toMatchObject({ ready: true });
  });

  test('twice comes to the same', async () => {
    const { recall, draftId } = await sent();
    await recall();
    expect(await recall()).toEqual({ reply: { show: 'review-referral', with: { draftId } } });
  });

  test('sent again it is the same referral, with the same reference', async () => {
    const { world, recall, send } = await sent();
    const { id: before, firstRegisteredAt } = world.referral;
    await recall();
    world.context = { ...world.context, now: given.monday10 };
    expect(await send()).toMatchObject({ happened: [{ name: 'registered', data: { again: true } }] });
    expect(world.referrals.size).toBe(1);
    expect(world.referral).toMatchObject({
      id: before,
      reference: '2026-0042',
      state: 'registered',
      firstRegisteredAt,
      deliverAt: given.monday10,
    });
  });

  test('after delivery, and after a withdrawal, the present state', async () => {
    const { world, draftId, recall, send } = await sent();
    world.referrals.set(world.referral.id, { ...world.referral, state: 'delivered', deliveredAt: monday9 });
    expect(await recall()).toEqual({ refused: 'outdated', show: { view: 'draft-post', with: { draftId } } });
    world.referrals.set(world.referral.id, { ...world.referral, state: 'withdrawn' });
    world.drafts.set(draftId, { ...world.draft, state: 'open' });
    expect(await send()).toEqual({ reply: { show: 'draft-post', with: { draftId } } });
  });

  test('only by who made it', async () => {
    const { world, recall } = await sent();
    world.context = { ...world.context, actor: { ...world.context.actor, person: given.person() } };
    expect(await recall()).toEqual({ refused: 'only-author' });
    expect(await world.press(recallReferral, { referralId: given.id() })).toEqual({ refused: 'not-found' });
  });
});
