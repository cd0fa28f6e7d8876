import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DraftId, PersonId } from '../../../../src/domain/ids.js';
import { continueDraft } from '../../../../src/features/case/intake/continue-draft.js';
import { discardDraft } from '../../../../src/features/case/intake/discard-draft.js';
import { startIntake } from '../../../../src/features/case/intake/start-intake.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { IntakeWorld } from './world.js';

const later = (ms: number) => new Date(given.monday10.getTime() + ms);

describe('beginning and going on', () => {
  let stage: FeatureStage;
  let world: IntakeWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await IntakeWorld.on(stage);
  });

  const says = (data: object = {}) => world.press(startIntake, { ...data }, null);

  describe('start-intake', () => {
    test('given words, then a draft, its message in this chat, and two moments to look at it', async () => {
      expect(await says()).toMatchObject({
        reply: { nothing: true },
        notices: [{ view: 'draft-post', to: { conversation: world.actor.conversation } }],
      });
      const draft = await world.draft();
      expect(draft).toMatchObject({ step: 'describe-pupil', state: 'open', clbId: world.clb.id, version: 1 });
      expect(await stage.read.trail(draft.trailId)).toMatchObject({ firstRegisteredAt: null });
      expect(await world.messages()).toMatchObject([{ key: `draft:${draft.id}`, view: 'draft-post' }]);
      expect(await world.clocks()).toEqual({
        [`draft:${draft.id}:tidy`]: later(30 * 60_000),
        [`draft:${draft.id}:expire`]: later(30 * 24 * 3_600_000),
      });
    });

    test('given a press on a receipt of one’s own, then that receipt stays there; on somebody else’s nothing is shown of it', async () => {
      const own = await world.addDraft({ state: 'sent', referralId: null });
      expect(await world.press(startIntake, { fresh: 'yes', from: own.id })).toMatchObject({
        reply: { show: 'draft-post', with: { draftId: own.id }, note: { key: 'form-below' } },
      });
      const other = given.person({ id: given.id<PersonId>(), aadObjectId: 'somebody-else', teamsId: '29:else' });
      await stage.put({ put: 'person', row: other });
      const strange = await world.addDraft({ personId: other.id, state: 'sent' });
      const outcome = await world.press(startIntake, { fresh: 'yes', from: strange.id });
      expect(outcome).toMatchObject({ reply: { show: 'draft-post' } });
      expect(JSON.stringify(outcome)).not.toContain(strange.id);
    });

    test('given a press, then the message as well, and never a second form beside it', async () => {
      expect(await world.press(startIntake)).toMatchObject({
        reply: { show: 'draft-post', note: { key: 'form-below' } },
        notices: [{ view: 'draft-post' }],
      });
    });

    test('when pressed again, then the same empty draft, posted once more', async () => {
      await world.press(startIntake);
      expect(await world.press(startIntake)).toMatchObject({
        reply: { show: 'draft-post' },
        notices: [{ view: 'draft-post', params: { draftId: (await world.draft()).id } }],
      });
      expect(await world.count('draft')).toBe(1);
    });

    test('when said again, however soon, then its message once more; both live on', async () => {
      await says();
      await says();
      const { id } = await world.draft();
      expect(await world.count('draft')).toBe(1);
      const messages = await world.messages();
      expect(messages.map(({ view }) => view)).toEqual(['draft-post', 'draft-post']);
      await world.press(discardDraft, { draftId: id });
      const after = (await world.messages()).map(({ wantedRevision }) => wantedRevision);
      expect(after).toEqual(messages.map(({ wantedRevision }) => wantedRevision + 1));
    });

    test('given a draft with something in it, then the choice; asked for a new one, then a new one, once', async () => {
      await world.addDraft({ typed: { danger: 'no' }, step: 'describe-question' });
      expect(await says()).toEqual({ reply: { show: 'open-drafts', with: { personId: world.person.id } } });
      await says({ fresh: 'yes' });
      await says({ fresh: 'yes' });
      expect(await world.count('draft')).toBe(2);
    });

    test('given the card of a service, then that one stands chosen; from another card that one, by words none', async () => {
      const { id: serviceId } = await world.addService();
      await world.press(startIntake, { fresh: 'yes', serviceId });
      expect((await world.draft()).typed).toEqual({ service: serviceId });
      await world.press(startIntake, { fresh: 'yes', serviceId: given.id() });
      expect((await world.draft()).typed).toEqual({ service: '' });
      await world.press(startIntake, { fresh: 'yes', serviceId });
      await says();
      expect((await world.draft()).typed).toEqual({ service: '' });
      expect(await world.count('draft')).toBe(1);
    });

    test('given a draft for another CLB, then it does not count here', async () => {
      await world.addDraft({ typed: { danger: 'no' }, clbId: await world.addOrganisation() });
      expect(await world.press(startIntake)).toMatchObject({ notices: [{ view: 'draft-post' }] });
    });

    test.each([
      ['somebody in no team', { organisations: [] }, 'not-a-member'],
      ['a provider', { organisations: [given.organisation({ kind: 'provider' })] }, 'only-clb'],
      ['a CLB worker in a channel', { conversation: given.conversation({ scope: 'channel' }) }, 'use-personal'],
      ['a CLB worker in a group chat', { conversation: given.conversation({ scope: 'group' }) }, 'use-personal'],
    ])('given %s, then %s is refused: %s', async (_who, over, code) => {
      world.actor = { ...world.actor, channel: given.channel(), ...over };
      expect(await world.press(startIntake)).toEqual({ refused: code });
    });
  });

  describe('continue-draft', () => {
    test('given an open draft, then its present step and nothing stored', async () => {
      const draft = await world.addDraft({ step: 'describe-pupil', typed: { target: 'group' } });
      expect(await world.press(continueDraft, { draftId: draft.id })).toEqual({
        reply: { form: 'describe-group', with: { draftId: draft.id } },
      });
      expect((await world.draft()).version).toBe(draft.version);
    });

    test('given one that was saved and closed, then it is open again', async () => {
      const { id } = await world.addDraft({ step: 'review-referral', typed: { danger: 'no', parked: 'yes' } });
      expect(await world.press(continueDraft, { draftId: id })).toMatchObject({ reply: { show: 'review-referral' } });
      expect((await world.draft()).typed).toEqual({ danger: 'no' });
    });

    test.each(['sent', 'discarded'] as const)('given one that is %s, then its message', async (state) => {
      const { id: draftId } = await world.addDraft({ state });
      expect(await world.press(continueDraft, { draftId })).toEqual({
        reply: { show: 'draft-post', with: { draftId } },
      });
    });

    test('given none, somebody else’s, or a person who left the CLB, then refused', async () => {
      const press = (draftId: DraftId) => world.press(continueDraft, { draftId });
      expect(await press(given.id<DraftId>())).toEqual({ refused: 'draft-gone' });
      const other = given.person({ aadObjectId: 'aad-other' });
      await stage.put({ put: 'person', row: other });
      expect(await press((await world.addDraft({ personId: other.id })).id)).toEqual({ refused: 'draft-gone' });
      const elsewhere = await world.addDraft({ clbId: await world.addOrganisation() });
      expect(await press(elsewhere.id)).toEqual({ refused: 'only-clb' });
    });
  });
});
