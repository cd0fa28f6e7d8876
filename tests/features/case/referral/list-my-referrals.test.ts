import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { listMyReferrals } from '../../../../src/features/case/referral/list-my-referrals.js';
import { actor, conversation } from '../../../support/given.js';
import { done, refused } from './act.js';
import { alone, an, atClb, atDesk, atProvider, clb, desk, nobody, otherClb, provider } from './world.js';

const action = listMyReferrals as Action;
const shown = (organisationIds: string[], personId: string | null) => ({
  reply: { show: 'my-referrals', with: { organisationIds, personId, page: 0 } },
});

describe('list-my-referrals', () => {
  test('in personal chat shows one’s own', async () => {
    expect(await done(action, { world: {}, by: alone() })).toEqual(shown([clb.id], an.id));
  });

  test('in a channel shows the organisation’s', async () => {
    expect(await done(action, { world: {}, by: atClb() })).toEqual(shown([clb.id], null));
    expect(await done(action, { world: {}, by: atProvider() })).toEqual(shown([provider.id], null));
    expect(await done(action, { world: {}, by: atDesk() })).toEqual(shown([desk.id], null));
  });

  test('of somebody in several organisations shows all CLBs first', async () => {
    const by = actor({
      person: an,
      organisations: [provider, clb, otherClb],
      conversation: conversation({ scope: 'personal' }),
    });
    expect(await done(action, { world: {}, by })).toEqual(shown([clb.id, otherClb.id], an.id));
  });

  test('without an organisation says what is missing', async () => {
    expect((await refused(action, { world: {}, by: nobody() })).refused).toBe('not-linked');
    const by = { ...nobody(), conversation: conversation({ scope: 'personal' }) };
    expect((await refused(action, { world: {}, by })).refused).toBe('not-a-member');
  });
});
