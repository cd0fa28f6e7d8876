import { describe, expect, test } from '@jest/globals';
import type { Job } from '../../../../src/contracts/action.js';
import { remindContact } from '../../../../src/features/case/dispatch/remind-contact.job.js';
import { fallDue } from './press.js';
import { an, clb, desk, happened, naft, provider, sent, uuid } from './world.js';

const job = remindContact as Job;
const referral = sent();
const subject = (stage: string) => ({ referralId: referral.id, stage });
const key = `referral:${referral.id}:remind`;
const named = [clb, { ...provider, coordinatorId: an.id }, desk];

describe('remind-contact: given that nobody has answered (R9)', () => {
  test('first the provider reads it under the offer, the CLB where it stands, and the coordinator is next', async () => {
    const outcome = await fallDue(job, subject('provider'), { referrals: [referral] });
    expect(outcome?.notices).toEqual([
      {
        key: `${key}:provider`,
        view: 'offer-update',
        params: { referralId: referral.id, what: 'reminder', data: {} },
        to: { under: `referral:${referral.id}:offer:${naft.id}` },
      },
      expect.objectContaining({
        key: `${key}:told:provider`,
        params: { referralId: referral.id, what: 'reminded', data: { stage: 'provider' } },
      }),
    ]);
    expect(outcome?.dues).toEqual([
      { key, job: 'remind-contact', subject: subject('coordinator'), at: new Date('2026-11-17T09:00:00Z') },
    ]);
    expect(outcome?.happened).toEqual([{ referralId: referral.id, name: 'reminded', data: { stage: 'provider' } }]);
  });

  test('then the coordinator, in personal chat', async () => {
    const outcome = await fallDue(job, subject('coordinator'), { referrals: [referral], organisations: named });
    expect(outcome?.notices?.[0]).toEqual({
      key: `${key}:coordinator`,
      view: 'contact-reminder',
      params: { referralId: referral.id },
      to: { person: an.id },
    });
    expect(outcome?.dues?.[0]?.subject).toEqual(subject('desk'));
  });

  test('then the desk, and there it ends', async () => {
    const outcome = await fallDue(job, subject('desk'), { referrals: [referral] });
    expect(outcome?.notices?.[0]).toMatchObject({
      key: `referral:${referral.id}:desk:overdue`,
      to: { organisation: desk.id },
    });
    expect(outcome?.dues).toEqual([]);
  });

  test.each([
    ['nobody is named', [clb, provider, desk], [an]],
    ['the coordinator never spoke to the bot', named, [{ ...an, personalConversationId: null }]],
    ['the coordinator is not known', [clb, { ...provider, coordinatorId: uuid<typeof an.id>('ff') }, desk], [an]],
  ])('where %s, the desk is told at once', async (_name, organisations, people) => {
    const outcome = await fallDue(job, subject('coordinator'), { referrals: [referral], organisations, people });
    expect(outcome?.happened?.[0]?.data).toEqual({ stage: 'desk' });
  });

  test('each once: after an answer that was taken back only what was not told yet', async () => {
    const history = [happened('reminded', { data: { stage: 'provider' } })];
    const outcome = await fallDue(job, subject('provider'), { referrals: [referral], history });
    expect(outcome?.notices).toBeUndefined();
    expect(outcome?.dues?.[0]?.subject).toEqual(subject('coordinator'));
  });
});

describe('remind-contact: given an answer, or nothing', () => {
  test.each(['contacted', 'placed', 'withdrawn'] as const)('%s: nobody is reminded', async (state) => {
    expect(await fallDue(job, subject('provider'), { referrals: [sent({ state })] })).toBeNull();
  });

  test('a referral that is gone: nothing', async () => {
    expect(await fallDue(job, subject('provider'), {})).toBeNull();
  });
});
