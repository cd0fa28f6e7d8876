import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { withdrawReasons } from '../../../../src/domain/codes.js';
import type { DraftId, OrganisationId, ReferralId } from '../../../../src/domain/ids.js';
import { draftPost } from '../../../../src/features/case/intake/draft-post.js';
import { reviewReferral } from '../../../../src/features/case/intake/review-referral.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { ordinaryTyped } from './intakes.js';
import { IntakeWorld } from './world.js';
import { withoutIds } from '../../../support/without-ids.js';

interface Told {
  readonly strip: { readonly next: string | null };
  readonly steps: readonly object[];
  readonly buttons: readonly { readonly title: string; readonly mode: string | null }[];
}

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
      told: [
        {
          strip: { state: 'Aanmelding in opmaak', next: 'Alleen u ziet wat u invult.' },
          title: 'Deel 2 van 3: Vraag',
          buttons: [
            { title: 'Verdergaan', verb: 'continue-draft', style: 'positive' },
            { title: 'Weggooien', mode: 'secondary' },
          ],
        },
      ],
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
      told: [{ facts: [{ value: '14–15 jaar · BSO · Vlaams-Brabant Oost' }, { value: 'ma 16 nov., 10 u.' }] }],
    });
    expect(withoutIds(JSON.stringify(stored))).not.toMatch(/Noor|Kessel|2012/);
  });

  test('as long as nothing was filled in it is the first form itself, and the only one', async () => {
    const { id: draftId } = await world.addDraft();
    expect(await world.stored(draftPost, { draftId })).toMatchObject({
      told: [],
      form: [{ draftId, line: 'Deel 1 van 3 · **Leerling**' }],
      refresh: { action: { verb: 'continue-draft' } },
    });
    const { id: begun } = await world.addDraft({ typed: { pupilName: 'Noor' } });
    expect(await world.stored(draftPost, { draftId: begun })).toMatchObject({
      form: [],
      told: [{ buttons: [{ verb: 'continue-draft', data: { draftId: begun } }, {}] }],
    });
  });

  describe('a referral that', () => {
    const id = given.id<ReferralId>();
    let draftId: DraftId;
    const seen = () => world.stored(draftPost, { draftId });
    const receipt = async () => ((await seen())?.['told'] as Told[])[0];
    const buttons = async () =>
      (await receipt())?.buttons.map(({ title, mode }) => `${mode === 'secondary' ? '…' : ''}${title}`);

    async function sent(over: Parameters<IntakeWorld['refer']>[1] | object = {}): Promise<void> {
      const service = await world.addService();
      const draft = await world.addDraft({ state: 'sent', referralId: id });
      draftId = draft.id;
      const addressed = { serviceId: service.id, providerId: service.organisationId };
      await world.refer(id, { draftId, trailId: draft.trailId, ...addressed, ...over });
    }

    test('waits for delivery', async () => {
      await sent();
      expect(await seen()).toMatchObject({ form: [], summary: 'Aanmelding 2026-0042 is verzonden' });
      expect(await receipt()).toMatchObject({
        strip: { icon: 'Send', state: 'Verzonden', next: 'NAFT heeft uw aanmelding binnen een minuut.' },
        title: 'Naar NAFT Vlaams-Brabant Oost',
        steps: [
          { sign: '✓', what: 'Verzonden', when: 'ma 16 nov., 10 u.' },
          { sign: '○', what: 'NAFT krijgt uw aanmelding', when: 'tot dan kunt u nog wijzigen' },
          { sign: '○', what: 'NAFT neemt contact met u op' },
          { sign: '○', what: 'Daarna: plaats, wachtlijst of een andere aanbieder' },
        ],
      });
      expect(await buttons()).toEqual(['Wijzigen', 'Bekijken', 'Nieuwe aanmelding', '…Intrekken', '…Geschiedenis']);
    });

    test.each([
      [{ serviceId: null, providerId: null }, 'Het Meldpunt kiest een aanbieder'],
      [{ serviceId: null, providerId: null, region: 'outside' }, 'Het Meldpunt zoekt mee'],
    ])('is before the desk: %j', async (over, sentence) => {
      await sent(over);
      expect(await seen()).toMatchObject({ form: [] });
      expect((await receipt())?.strip.next).toContain(sentence);
      expect(await buttons()).toContain('Wijzigen');
    });

    test('was received, was put on a list unseen, was withdrawn', async () => {
      await sent();
      await world.happened(id, 'dispatched', { channel: true });
      expect((await receipt())?.strip).toMatchObject({ state: 'Onderweg', next: 'NAFT krijgt uw aanmelding nu.' });
      expect(await buttons()).not.toContain('Wijzigen');
      await world.happened(id, 'waitlisted', { expectedStartOn: null });
      expect(await receipt()).toMatchObject({
        strip: { next: 'U volgt deze aanmelding in het kanaal van uw CLB.' },
        steps: [],
      });
      await world.happened(id, 'delivered', { how: 'phone', contactBy: given.monday10 });
      await world.happened(id, 'withdrawn', { reason: withdrawReasons[0] });
      const next = 'U hoeft niets meer te doen. Ze kan tot ma 30 nov. terug op de wachtlijst, op haar plaats.';
      expect(await receipt()).toMatchObject({ strip: { next }, notes: [], steps: [] });
      expect(await buttons()).toEqual(expect.arrayContaining(['Terug op de wachtlijst', '…Nieuwe aanmelding']));
    });

    test('was delivered: when, and by when somebody calls', async () => {
      await sent();
      await world.happened(id, 'dispatched', { channel: true });
      await world.happened(id, 'delivered', { how: 'teams', contactBy: given.monday10 });
      expect((await receipt())?.steps).toMatchObject([
        { sign: '✓', what: 'Verzonden' },
        { sign: '✓', what: 'Bezorgd bij NAFT', when: 'ma 16 nov., 10 u.' },
        { sign: '○', when: 'ten laatste op ma 16 nov., 10 u.; anders volgt het Meldpunt dit op' },
        { sign: '○' },
      ]);
    });
  });

  test('a draft that is gone has no message, one thrown away one line', async () => {
    expect(await world.see(draftPost, { draftId: given.id() })).toBeNull();
    const { id: draftId } = await world.addDraft({ state: 'discarded' });
    expect(await world.see(draftPost, { draftId })).toMatchObject({
      told: [{ title: 'Deze aanmelding in opmaak is weggegooid.', buttons: [{ title: 'Nieuwe aanmelding' }] }],
    });
  });

  describe('review-referral', () => {
    test('names what is missing and leads to the first of it', async () => {
      const { draftId } = await world.ready({ question: '', guardianConsent: 'no' });
      expect(await world.see(reviewReferral, { draftId })).toMatchObject({
        service: null,
        firstLeft: 'describe-question',
        missing: 'Vul deel 2 aan: Vraag · de ouders stemmen niet in.',
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
        saidOn: new Map(),
        drawn: null,
      };
      expect(reviewReferral.may?.(facts, world.actor)).toBeNull();
      expect(reviewReferral.may?.(facts, given.actor())).toEqual({ refused: 'draft-gone' });
      const gone = { ...facts, draft: { ...draft, state: 'sent' as const } };
      expect(reviewReferral.may?.(gone, world.actor)).toMatchObject({ refused: 'outdated' });
    });
  });
});
