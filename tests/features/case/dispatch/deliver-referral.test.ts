import { describe, expect, test } from '@jest/globals';
import type { Action, Job } from '../../../../src/contracts/action.js';
import { livingPosts } from '../../../../src/contracts/notices.js';
import { deliverNow } from '../../../../src/features/case/dispatch/deliver-now.js';
import { deliverReferral } from '../../../../src/features/case/dispatch/deliver-referral.job.js';
import { monday10 } from '../../../support/given.js';
import { fallDue, noticeKeys, press, pressed, savedReferrals, told } from './press.js';
import { atDesk, atProvider, clb, desk, naft, provider, sent } from './world.js';

const job = deliverReferral as Job;
const waiting = sent({ state: 'registered', deliveredAt: null, contactBy: null });
const id = { referralId: waiting.id };
const world = { referrals: [waiting] };
const offer = `referral:${waiting.id}:offer:${naft.id}`;
const sunday = new Date('2026-11-15T09:00:00Z');
const contactBy = new Date('2026-11-18T09:00:00Z');

describe('deliver-referral: given a registered referral and an active desk', () => {
  test('it is put before the provider, and the clock until contact runs (R4, R9)', async () => {
    const outcome = await fallDue(job, id, world);
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'delivered', deliveredAt: monday10, contactBy });
    expect(outcome?.notices?.[0]).toEqual({
      key: offer,
      view: 'referral-offer',
      params: id,
      to: { organisation: provider.id },
    });
    expect(outcome?.notices?.[1]?.params).toMatchObject({
      what: 'delivered',
      data: { contactBy: contactBy.toISOString() },
    });
    expect(outcome?.dues).toEqual([
      {
        key: `referral:${waiting.id}:remind`,
        job: 'remind-contact',
        subject: { ...id, stage: 'provider' },
        at: contactBy,
      },
    ]);
    expect(outcome?.refresh).toEqual(livingPosts(waiting));
  });

  test('a provider without a place: the offer waits, the desk is told', async () => {
    const outcome = await fallDue(job, id, { ...world, linked: false });
    expect(noticeKeys(outcome)).toContain(offer);
    expect(outcome?.notices?.at(-1)).toEqual({
      key: `referral:${waiting.id}:desk:no-place`,
      view: 'desk-referral',
      params: { ...id, why: 'no-place' },
      to: { organisation: desk.id },
    });
  });

  test('where there is no desk yet, nobody is told', async () => {
    const outcome = await fallDue(job, id, { ...world, linked: false, organisations: [clb, provider] });
    expect(outcome?.notices).toHaveLength(2);
  });

  test('a service that is full today is not asked: the referrer gets the choice (R12)', async () => {
    const outcome = await fallDue(job, id, { ...world, services: [{ ...naft, fullUntil: '2026-11-16' }] });
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'full', deliveredAt: null });
    expect(told(outcome)).toEqual(['full']);
    expect(outcome?.happened?.[0]?.data).toEqual({ until: '2026-11-16', by: 'clock' });
  });
});

describe('deliver-referral: otherwise', () => {
  test('a closed desk delivers at its next opening, and the referral says so', async () => {
    const outcome = await fallDue(job, id, world, { now: sunday });
    const opening = new Date('2026-11-16T08:00:00Z');
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'registered', deliverAt: opening });
    expect(outcome?.dues).toEqual([
      { key: `referral:${waiting.id}:deliver`, job: 'deliver-referral', subject: id, at: opening },
    ]);
  });

  test.each(['recalled', 'delivered', 'withdrawn', 'full'] as const)('%s: nothing to do', async (state) => {
    expect(await fallDue(job, id, { referrals: [sent({ state })] })).toEqual({});
  });

  test('a referral that is gone or not addressed: nothing to look at', async () => {
    expect(await fallDue(job, id, {})).toBeNull();
    expect(await fallDue(job, id, { referrals: [sent({ serviceId: null })] })).toBeNull();
  });
});

describe('deliver-now: given a registered referral', () => {
  const action = deliverNow as Action;
  const reply = { show: 'desk-referral', with: { ...id, why: 'looks-first' } };

  test('the desk delivers it at once, also when it is closed', async () => {
    const outcome = await pressed(action, atDesk(), world, { ...id, why: 'looks-first' }, { now: sunday });
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'delivered', deliveredAt: sunday });
    expect(outcome.happened?.[0]?.data).toMatchObject({ by: 'desk' });
    expect(outcome.reply).toEqual(reply);
  });

  test('the same press again shows the present state', async () => {
    expect(await press(action, atDesk(), { referrals: [sent()] }, { ...id, why: 'looks-first' })).toEqual({ reply });
  });

  test('what was taken back meanwhile is outdated', async () => {
    const recalled = sent({ state: 'recalled', deliveredAt: null });
    expect(await press(action, atDesk(), { referrals: [recalled] }, id)).toMatchObject({ refused: 'outdated' });
  });

  test('only the desk may, and only what exists', async () => {
    expect(await press(action, atProvider(), world, id)).toEqual({ refused: 'only-desk' });
    expect(await press(action, atDesk(), {}, id)).toEqual({ refused: 'not-found' });
  });
});
