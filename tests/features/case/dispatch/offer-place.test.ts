import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { offerPlace } from '../../../../src/features/case/dispatch/offer-place.js';
import { monday10 } from '../../../support/given.js';
import { press, pressed, savedReferrals } from './press.js';
import { an, atProvider, bert, clb, desk, provider, sent } from './world.js';

const action = offerPlace as Action;
const id = { referralId: sent().id };

describe('offer-place: given a referral that the provider has talked about', () => {
  const contacted = sent({ state: 'contacted', contactedAt: new Date(0), contactedBy: an.id });

  test('when there is a place, the CLB hears who organises the round table (R10)', async () => {
    const outcome = await pressed(action, atProvider(), { referrals: [contacted] }, id);
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'placed', contactedBy: an.id, contactedAt: new Date(0) });
    expect(outcome.notices?.[0]?.params).toMatchObject({ what: 'placed', data: { roundTableBy: 'provider' } });
  });

  test('where the CLB organises it, that is told', async () => {
    const ahv = { referrals: [contacted], organisations: [clb, { ...provider, roundTableBy: 'clb' as const }, desk] };
    const outcome = await pressed(action, atProvider(), ahv, id);
    expect(outcome.happened?.[0]?.data).toEqual({ roundTableBy: 'clb' });
  });

  test('answered at once, without Gecontacteerd before, the case is on the name of who answers', async () => {
    const outcome = await pressed(action, atProvider(), { referrals: [sent()] }, id);
    expect(savedReferrals(outcome)[0]).toMatchObject({ contactedAt: monday10, contactedBy: bert.id });
  });

  test('two at once: the second reads who was first', async () => {
    const placed = sent({ state: 'placed', answeredBy: an.id });
    expect(await press(action, atProvider(bert), { referrals: [placed] }, id)).toMatchObject({
      refused: 'somebody-first',
      values: { name: 'An Peeters', state: 'Plaats' },
    });
  });
});
