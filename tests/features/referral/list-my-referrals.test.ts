import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../src/contracts/action.js';
import { listMyReferrals } from '../../../src/features/referral/list-my-referrals.js';
import { actor, conversation } from '../../support/given.js';
import { commandIn } from '../../../src/platform/commands.js';
import { done, refused } from './act.js';
import { alone, an, atClb, atDesk, atProvider, clb, desk, jan, nobody, otherClb, provider } from './world.js';

const action = listMyReferrals as Action;
const show = (organisationIds: readonly string[], personId: string | null = null) => ({
  reply: { show: 'my-referrals', with: { organisationIds, personId, page: 0 } },
});

describe('list-my-referrals', () => {
  test.each(['Mijn aanmeldingen', 'werklijst', 'my referrals', 'Worklist'])('is started by “%s”', (said) => {
    expect(commandIn([action], said)?.action.slug).toBe('list-my-referrals');
  });

  test('in a channel lists what is the organisation’s', async () => {
    expect(await done(action, { world: {}, by: atClb() })).toEqual(show([clb.id]));
    expect(await done(action, { world: {}, by: atProvider() })).toEqual(show([provider.id]));
    expect(await done(action, { world: {}, by: atDesk() })).toEqual(show([desk.id]));
  });

  test('in personal chat lists one’s own, in every CLB one works for', async () => {
    expect(await done(action, { world: {}, by: alone() })).toEqual(show([clb.id], an.id));
    const both = { ...alone(), organisations: [provider, clb, otherClb, desk] };
    expect(await done(action, { world: {}, by: both })).toEqual(show([clb.id, otherClb.id], an.id));
  });

  test('who is no referrer sees in personal chat what is the organisation’s', async () => {
    const by = { ...alone(), organisations: [desk, provider] };
    expect(await done(action, { world: {}, by })).toEqual(show([provider.id]));
  });

  test('who belongs to no linked team is told so, each place in its own words', async () => {
    expect((await refused(action, { world: {}, by: nobody() })).refused).toBe('not-linked');
    const personal = actor({ person: jan, organisations: [], conversation: conversation({ scope: 'personal' }) });
    expect((await refused(action, { world: {}, by: personal })).refused).toBe('not-a-member');
  });
});
