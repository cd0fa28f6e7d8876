import { describe, expect, test } from '@jest/globals';
import type { DraftId, OrganisationId, PersonId } from '../../../../src/domain/ids.js';
import { continueDraft } from '../../../../src/features/case/intake/continue-draft.js';
import { openDrafts } from '../../../../src/features/case/intake/open-drafts.js';
import { startIntake } from '../../../../src/features/case/intake/start-intake.js';
import * as given from '../../../support/given.js';
import { IntakeWorld } from './world.js';

const words = { messageId: null };
const later = (ms: number) => new Date(given.monday10.getTime() + ms);

describe('start-intake', () => {
  test('given words, then a draft, its message in this chat, and two moments to look at it', async () => {
    const world = new IntakeWorld(words);
    const outcome = await world.press(startIntake);
    const { draft } = world;
    expect(draft).toMatchObject({ step: 'check-conditions', state: 'open', clbId: world.clb.id, version: 1 });
    expect(world.trails.get(draft.trailId)).toMatchObject({ firstRegisteredAt: null });
    expect(outcome).toMatchObject({
      reply: { nothing: true },
      notices: [
        {
          key: `draft:${draft.id}`,
          view: 'draft-post',
          params: { draftId: draft.id },
          to: { conversation: world.context.actor.conversation },
        },
      ],
      dues: [
        { key: `draft:${draft.id}:tidy`, job: 'tidy-draft', at: later(30 * 60_000) },
        { key: `draft:${draft.id}:expire`, job: 'expire-draft', at: later(30 * 24 * 3_600_000) },
      ],
    });
  });

  test('given a press, then the first step at once, and the message as well', async () => {
    const world = new IntakeWorld();
    const outcome = await world.press(startIntake);
    expect(outcome).toMatchObject({
      reply: { form: 'check-conditions', with: { draftId: world.draft.id } },
      notices: [{ view: 'draft-post' }],
    });
  });

  test('when pressed again, then the same empty draft', async () => {
    const world = new IntakeWorld();
    await world.press(startIntake);
    const again = await world.press(startIntake);
    expect(again).toEqual({ reply: { form: 'check-conditions', with: { draftId: world.draft.id } } });
    expect(world.drafts.size).toBe(1);
  });

  test('when the words are said again, then nothing new is made and its message comes once more', async () => {
    const world = new IntakeWorld(words);
    await world.press(startIntake);
    expect(await world.press(startIntake)).toEqual({
      reply: { show: 'draft-post', with: { draftId: world.draft.id } },
    });
    expect(world.drafts.size).toBe(1);
  });

  test('given a draft with something in it, then the choice; asked for a new one, then a new one, once', async () => {
    const world = new IntakeWorld(words);
    world.addDraft({ typed: { danger: 'no' }, step: 'choose-region' });
    expect(await world.press(startIntake)).toEqual({
      reply: { show: 'open-drafts', with: { personId: world.person.id } },
    });
    await world.press(startIntake, { fresh: 'yes' });
    await world.press(startIntake, { fresh: 'yes' });
    expect(world.drafts.size).toBe(2);
  });

  test('given a draft for another CLB, then it does not count here', async () => {
    const world = new IntakeWorld();
    world.addDraft({ typed: { danger: 'no' }, clbId: given.id<OrganisationId>() });
    expect(await world.press(startIntake)).toMatchObject({ reply: { form: 'check-conditions' } });
  });

  test.each([
    ['somebody in no team', { organisations: [] }, 'not-a-member'],
    ['a provider', { organisations: [given.organisation({ kind: 'provider' })] }, 'only-clb'],
    ['a CLB worker in a channel', { conversation: given.conversation({ scope: 'channel' }) }, 'use-personal'],
    ['a CLB worker in a group chat', { conversation: given.conversation({ scope: 'group' }) }, 'use-personal'],
  ])('given %s, then %s is refused: %s', async (_who, over, code) => {
    const world = new IntakeWorld();
    world.context = { ...world.context, actor: { ...world.context.actor, ...over } };
    expect(await world.press(startIntake)).toEqual({ refused: code });
  });
});

describe('open-drafts', () => {
  test('tells steps and moments, nothing that was typed; shows at most eight', async () => {
    const world = new IntakeWorld();
    for (let number = 0; number < 10; number += 1)
      world.addDraft({ typed: { pupilName: 'Noor Voorbeeld' }, step: 'choose-region' });
    const seen = await world.see(openDrafts, { personId: world.person.id }, { actor: null });
    expect(JSON.stringify(seen)).not.toContain('Noor');
    expect(seen).toMatchObject({
      more: 'En nog 2. Werk eerst deze af, dan ziet u de andere.',
      summary: '8 aanmeldingen in opmaak',
    });
    expect((seen?.['drafts'] as unknown[])[0]).toMatchObject({
      step: 'Stap 3 van 6: Regio',
      touched: 'laatst bewaard ma 16 nov., 10 u.',
    });
  });

  test('is for the person only', () => {
    const other = given.actor({ person: given.person({ aadObjectId: 'other' }) });
    expect(openDrafts.may?.({ personId: given.id<PersonId>(), rows: [], more: 0 }, other)).toEqual({
      refused: 'draft-gone',
    });
    expect(openDrafts.may?.({ personId: other.person.id, rows: [], more: 0 }, other)).toBeNull();
  });
});

describe('continue-draft', () => {
  const pressed = async (over: Parameters<IntakeWorld['addDraft']>[0]) => {
    const world = new IntakeWorld();
    const draft = world.addDraft(over);
    return { world, draft, outcome: await world.press(continueDraft, { draftId: draft.id }) };
  };

  test('given an open draft, then its present step and nothing stored', async () => {
    const { outcome, draft } = await pressed({ step: 'describe-pupil', typed: { target: 'group' } });
    expect(outcome).toEqual({ reply: { form: 'describe-group', with: { draftId: draft.id } } });
  });

  test('given one that was saved and closed, then it is open again', async () => {
    const { outcome, world } = await pressed({ step: 'review-referral', typed: { danger: 'no', parked: 'yes' } });
    expect(outcome).toMatchObject({ reply: { show: 'review-referral' } });
    expect(world.draft.typed).toEqual({ danger: 'no' });
  });

  test.each(['sent', 'discarded'] as const)('given one that is %s, then its message', async (state) => {
    const { outcome, draft } = await pressed({ state });
    expect(outcome).toEqual({ reply: { show: 'draft-post', with: { draftId: draft.id } } });
  });

  test('given none, somebody else’s, or a person who left the CLB, then refused', async () => {
    const world = new IntakeWorld();
    expect(await world.press(continueDraft, { draftId: given.id<DraftId>() })).toEqual({ refused: 'draft-gone' });
    const others = world.addDraft({ personId: given.id<PersonId>() });
    expect(await world.press(continueDraft, { draftId: others.id })).toEqual({ refused: 'draft-gone' });
    const own = world.addDraft({ clbId: given.id<OrganisationId>() });
    expect(await world.press(continueDraft, { draftId: own.id })).toEqual({ refused: 'only-clb' });
  });
});
