import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { assignProvider } from '../../../../src/features/case/dispatch/assign-provider.js';
import { misfitsOf } from '../../../../src/features/case/dispatch/service-choices.js';
import { monday10, service } from '../../../support/given.js';
import { fieldErrors, press, pressed, savedReferrals } from './press.js';
import { atDesk, atProvider, naft, provider, sent } from './world.js';

const action = assignProvider as Action;
const held = sent({ state: 'held', providerId: null, serviceId: null, deliveredAt: null, deliverAt: null });
const id = { referralId: held.id };
const data = { ...id, why: 'outside', serviceId: naft.id };
const reply = { show: 'desk-referral', with: { ...id, why: 'outside' } };

describe('assign-provider: given a held referral', () => {
  test('the desk’s choice is registered and delivered at once when it is open', async () => {
    const outcome = await pressed(action, atDesk(), { referrals: [held] }, data);
    expect(savedReferrals(outcome)[0]).toMatchObject({
      state: 'registered',
      serviceId: naft.id,
      providerId: provider.id,
      deliverAt: monday10,
    });
    expect(outcome.dues).toEqual([
      { key: `referral:${held.id}:deliver`, job: 'deliver-referral', subject: id, at: monday10 },
    ]);
    expect(outcome.happened?.[0]).toMatchObject({ name: 'assigned', data: { serviceId: naft.id } });
    expect(outcome.reply).toEqual(reply);
  });

  test('when it is closed, at the next opening', async () => {
    const sunday = { now: new Date('2026-11-15T09:00:00Z') };
    const outcome = await pressed(action, atDesk(), { referrals: [held] }, data, sunday);
    expect(outcome.dues?.[0]?.at).toEqual(new Date('2026-11-16T08:00:00Z'));
  });

  test('a service that is full or gone comes back under its field', async () => {
    const full = { referrals: [held], services: [{ ...naft, fullUntil: '2026-12-31' }] };
    const again = (serviceId: string) => ({ reply: { form: 'assign-provider', with: data, errors: { serviceId } } });
    expect(await press(action, atDesk(), full, data)).toEqual(again('service-full'));
    expect(await press(action, atDesk(), { referrals: [held], services: [] }, data)).toEqual(again('service-gone'));
    expect(fieldErrors(action, {})).toEqual(['service-missing']);
  });

  test('the same press again shows the present state; after delivery it is outdated', async () => {
    const done = { referrals: [sent({ state: 'registered', deliveredAt: null })] };
    expect(await press(action, atDesk(), done, data)).toEqual({ reply });
    expect(await press(action, atDesk(), { referrals: [sent()] }, data)).toMatchObject({ refused: 'outdated' });
  });

  test('only the desk may, and only what exists', async () => {
    expect(await press(action, atProvider(), { referrals: [held] }, data)).toEqual({ refused: 'only-desk' });
    expect(await press(action, atDesk(), {}, data)).toEqual({ refused: 'not-found' });
  });
});

describe('why a service may not fit a referral', () => {
  test.each([
    ['too-old', { maximumAge: 13 }, {}],
    ['too-young', { minimumAge: 16 }, {}],
    ['region', {}, { region: 'AHV' }],
    ['region', {}, { region: 'outside' }],
    [
      'not-in-secondary',
      { fromFirstSecondary: true, minimumAge: null },
      { ageBand: 'under-12', schoolForm: 'primary' as const },
    ],
  ])('%s', (why, offered, asked) => {
    expect(misfitsOf(service(offered), sent(asked))).toEqual([why]);
  });

  test('an age band that reaches into the ages taken is not held against it', () => {
    expect(misfitsOf(service({ minimumAge: 15 }), sent())).toEqual([]);
    expect(misfitsOf(service({ maximumAge: 14 }), sent())).toEqual([]);
    expect(misfitsOf(service({ minimumAge: 16 }), sent({ ageBand: null }))).toEqual([]);
  });
});
