import { describe, expect, test } from '@jest/globals';
import { draftPost } from '../../../src/features/intake/draft-post.js';
import { reviewReferral } from '../../../src/features/intake/review-referral.js';
import * as given from '../../support/given.js';
import { ready } from './ready-draft.js';
import { IntakeWorld, ordinaryTyped } from './world.js';

describe('draft-post', () => {
  test('refreshes itself for the one person, when it stands in the chat', async () => {
    const world = new IntakeWorld();
    const { id: draftId } = world.addDraft({ step: 'choose-region', typed: ordinaryTyped });
    const stored = await world.see(draftPost, { draftId }, { actor: null });
    expect(stored).toMatchObject({
      title: 'Stap 3 van 6: Regio',
      refresh: {
        action: { type: 'Action.Execute', verb: 'continue-draft', data: { draftId } },
        userIds: [world.person.teamsId],
      },
    });
    expect(JSON.stringify(stored)).not.toMatch(/Noor|Kessel/);
    expect(await world.see(draftPost, { draftId })).toMatchObject({ refresh: null });
  });

  test.each([
    [{ state: 'registered', deliverAt: given.monday10 }, 'Uw aanmelding vertrekt nu naar de aanbieder.'],
    [{ state: 'held', serviceId: null }, 'Het Meldpunt kiest een aanbieder'],
    [{ state: 'held' }, 'Het Meldpunt kijkt uw aanmelding na'],
    [{ state: 'held', region: 'outside', serviceId: null }, 'Het Meldpunt zoekt mee'],
    [{ state: 'delivered' }, 'Bezorgd op ma 16 nov., 10 u.'],
    [{ state: 'withdrawn' }, 'Deze aanmelding is ingetrokken.'],
    [{ state: 'full', deliveredAt: null }, 'U volgt deze aanmelding in het kanaal van uw CLB.'],
  ] as const)('a referral that is %j: %s', async (over, sentence) => {
    const world = new IntakeWorld();
    const referral = world.with(world.referrals, given.referral(over));
    const { id: draftId } = world.addDraft({ state: 'sent', referralId: referral.id });
    const seen = await world.see(draftPost, { draftId }, { actor: null });
    expect(seen).toMatchObject({ expected: expect.stringContaining(sentence), openId: null });
    expect(seen?.['summary']).toBe('Aanmelding 2026-0042 is verzonden');
  });

  test('a draft that is gone has no message, one thrown away one line', async () => {
    const world = new IntakeWorld();
    expect(await world.see(draftPost, { draftId: given.id() })).toBeNull();
    const { id: draftId } = world.addDraft({ state: 'discarded' });
    expect(await world.see(draftPost, { draftId })).toMatchObject({
      title: 'Deze aanmelding in opmaak is weggegooid.',
      again: true,
    });
  });
});

describe('review-referral', () => {
  test('names what is missing and leads to the first of it', async () => {
    const { world, draftId } = ready({ question: '', guardianConsent: 'no', service: '' });
    expect(await world.see(reviewReferral, { draftId })).toMatchObject({
      ready: false,
      firstLeft: 'describe-question',
      missing: ['vul stap 4 aan: Vraag', 'vul stap 6 aan: Aanbieder', 'de ouders stemmen niet in'],
    });
  });

  test('only consent missing leads to the consent', async () => {
    const { world, draftId } = ready({ guardianConsent: 'no' });
    expect(await world.see(reviewReferral, { draftId })).toMatchObject({ firstLeft: 'record-consent' });
  });

  test('what was typed is shown as typed, not as Markdown', async () => {
    const { world, draftId } = ready({ pupilName: '**Noor** [x](http://x)' });
    const parts = (await world.see(reviewReferral, { draftId }))?.['parts'] as { facts: { value: string }[] }[];
    expect(parts[1]?.facts[0]?.value).toBe('\\*\\*Noor\\*\\* \\[x\\](http://x)');
  });

  test('may be opened by the person, while it is open', async () => {
    const { world, draft } = ready();
    const facts = { draft, clb: world.clb, referral: null, offers: [] };
    expect(reviewReferral.may?.(facts, world.context.actor)).toBeNull();
    expect(reviewReferral.may?.(facts, given.actor())).toEqual({ refused: 'draft-gone' });
    const sent = { ...facts, draft: { ...draft, state: 'sent' as const } };
    expect(reviewReferral.may?.(sent, world.context.actor)).toMatchObject({ refused: 'outdated' });
  });
});
