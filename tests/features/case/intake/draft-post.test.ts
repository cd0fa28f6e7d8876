import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { withdrawReasons } from '../../../../src/domain/codes.js';
import type { DraftId, OrganisationId, ReferralId } from '../../../../src/domain/ids.js';
import { draftPost } from '../../../../src/features/case/intake/draft-post.js';
import { reviewReferral } from '../../../../src/features/case/intake/review-referral.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { ordinaryTyped } from './intakes.js';
import { IntakeWorld } from './world.js';

describe('draft-post', () => {
  let stage: FeatureStage;
  let world: IntakeWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await IntakeWorld.on(stage);
  });

  test('refreshes itself for the one person, when it stands in the chat', async () => {
    const { id: draftId } = await world.addDraft({ step: 'describe-question', typed: ordinaryTyped });
    const stored = await world.stored(draftPost, { draftId });
    expect(stored).toMatchObject({
      title: 'Deel 2 van 3: Vraag',
      refresh: {
        action: { type: 'Action.Execute', verb: 'continue-draft', data: { draftId } },
        userIds: [world.person.teamsId],
      },
    });
    expect(await world.see(draftPost, { draftId })).toMatchObject({ refresh: null });
  });

  test('tells which one it is, with nothing by which the pupil is known', async () => {
    const { id: draftId } = await world.addDraft({ step: 'describe-question', typed: ordinaryTyped });
    const stored = await world.stored(draftPost, { draftId });
    expect(stored).toMatchObject({
      facts: [{ value: '14–15 jaar · BSO · Vlaams-Brabant Oost' }, { value: 'ma 16 nov., 10 u.' }],
    });
    expect(JSON.stringify(stored)).not.toMatch(/Noor|Kessel|2012/);
  });

  test('as long as nothing was filled in it is the first form itself, and the only one', async () => {
    const { id: draftId } = await world.addDraft();
    expect(await world.stored(draftPost, { draftId })).toMatchObject({
      title: null,
      openId: null,
      form: [{ draftId, line: 'Deel 1 van 3 · **Leerling**' }],
      refresh: { action: { verb: 'continue-draft' } },
    });
    const { id: begun } = await world.addDraft({ typed: { pupilName: 'Noor' } });
    expect(await world.stored(draftPost, { draftId: begun })).toMatchObject({ form: [], openId: begun });
  });

  describe('a referral that', () => {
    const id = given.id<ReferralId>();
    let draftId: DraftId;
    const seen = () => world.stored(draftPost, { draftId });

    async function sent(over: Parameters<IntakeWorld['refer']>[1] | object = {}): Promise<void> {
      const service = await world.addService();
      const draft = await world.addDraft({ state: 'sent', referralId: id });
      draftId = draft.id;
      const addressed = { serviceId: service.id, providerId: service.organisationId };
      await world.refer(id, { draftId, trailId: draft.trailId, ...addressed, ...over });
    }

    test('waits for delivery', async () => {
      await sent();
      expect(await seen()).toMatchObject({
        expected: expect.stringContaining('Uw aanmelding vertrekt nu naar de aanbieder.'),
        openId: null,
        recallId: id,
        summary: 'Aanmelding 2026-0042 is verzonden',
      });
    });

    test.each([
      [{ serviceId: null, providerId: null }, 'Het Meldpunt kiest een aanbieder'],
      [{ serviceId: null, providerId: null, region: 'outside' }, 'Het Meldpunt zoekt mee'],
    ])('is before the desk: %j', async (over, sentence) => {
      await sent(over);
      expect(await seen()).toMatchObject({ expected: expect.stringContaining(sentence), recallId: id });
    });

    test('was received, was put on a list unseen, was withdrawn', async () => {
      await sent();
      await world.happened(id, 'dispatched', { channel: true });
      expect(await seen()).toMatchObject({ expected: 'De aanbieder krijgt uw aanmelding nu.', recallId: null });
      await world.happened(id, 'waitlisted', { expectedStartOn: null });
      expect(await seen()).toMatchObject({ expected: 'U volgt deze aanmelding in het kanaal van uw CLB.' });
      await world.happened(id, 'delivered', { how: 'phone', contactBy: given.monday10 });
      expect(await seen()).toMatchObject({ expected: 'Bezorgd op ma 16 nov., 10 u.' });
      await world.happened(id, 'withdrawn', { reason: withdrawReasons[0] });
      expect(await seen()).toMatchObject({ expected: 'Deze aanmelding is ingetrokken.', codeP: null });
    });
  });

  test('a draft that is gone has no message, one thrown away one line', async () => {
    expect(await world.see(draftPost, { draftId: given.id() })).toBeNull();
    const { id: draftId } = await world.addDraft({ state: 'discarded' });
    expect(await world.see(draftPost, { draftId })).toMatchObject({
      title: 'Deze aanmelding in opmaak is weggegooid.',
      again: true,
    });
  });

  describe('review-referral', () => {
    test('names what is missing and leads to the first of it', async () => {
      const { draftId } = await world.ready({ question: '', guardianConsent: 'no' });
      expect(await world.see(reviewReferral, { draftId })).toMatchObject({
        service: null,
        firstLeft: 'describe-question',
        missing: 'vul deel 2 aan: Vraag · de ouders stemmen niet in',
      });
    });

    test('only consent missing leads to the consent', async () => {
      const { draftId } = await world.ready({ guardianConsent: 'no' });
      expect(await world.see(reviewReferral, { draftId })).toMatchObject({ firstLeft: 'record-consent' });
    });

    test('what was typed is shown as typed, not as Markdown', async () => {
      const { draftId } = await world.ready({ pupilName: '**Noor** [x](http://x)' });
      const [part] = (await world.see(reviewReferral, { draftId }))?.['parts'] as {
        line: string;
        facts: { value: string }[];
      }[];
      const escaped = '\\*\\*Noor\\*\\* \\[x\\](http://x)';
      expect(part?.facts.map(({ value }) => value)).toContain(escaped);
      expect(part?.line).toContain(escaped);
    });

    test('may be opened by the person, while it is open', async () => {
      const { draft } = await world.ready();
      const facts = {
        draft,
        clb: world.clb,
        referral: null,
        offers: [],
        by: new Map<OrganisationId, never>(),
        drawn: null,
      };
      expect(reviewReferral.may?.(facts, world.actor)).toBeNull();
      expect(reviewReferral.may?.(facts, given.actor())).toEqual({ refused: 'draft-gone' });
      const gone = { ...facts, draft: { ...draft, state: 'sent' as const } };
      expect(reviewReferral.may?.(gone, world.actor)).toMatchObject({ refused: 'outdated' });
    });
  });
});
