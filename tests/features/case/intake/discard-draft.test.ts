import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { postKeysOfDraft } from '../../../../src/domain/intake/index.js';
import type { DraftId, ReferralId } from '../../../../src/domain/ids.js';
import { discardDraft } from '../../../../src/features/case/intake/discard-draft.js';
import { expireDraft } from '../../../../src/features/case/intake/expire-draft.job.js';
import { recallReferral } from '../../../../src/features/case/intake/recall-referral.js';
import { saveDraft } from '../../../../src/features/case/intake/save-draft.js';
import { tidyDraft } from '../../../../src/features/case/intake/tidy-draft.job.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { ordinaryTyped } from './intakes.js';
import { IntakeWorld } from './world.js';

describe('the end of a draft', () => {
  let stage: FeatureStage;
  let world: IntakeWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await IntakeWorld.on(stage);
  });

  const keyOf = async (trailId: string): Promise<number | null> => {
    const rows = await stage.database.kysely.selectFrom('trail').select(['id', 'keySlot']).execute();
    return rows.find(({ id }) => id === trailId)!.keySlot;
  };

  describe('discard-draft', () => {
    test('asks first', async () => {
      const { id: draftId } = await world.addDraft();
      expect(await world.form(discardDraft, { draftId })).toEqual({ draftId });
    });

    test('asked from a part, with what stands in its form kept: who does not throw it away goes on there', async () => {
      const { id: draftId } = await world.addDraft();
      const data = { draftId, from: 'describe-pupil', ask: 'discard', pupilName: 'Noor' };
      expect(await world.press(saveDraft, data)).toMatchObject({
        reply: { form: 'discard-draft', with: { draftId } },
      });
      expect((await world.draft()).typed).toMatchObject({ pupilName: 'Noor' });
      expect((await world.draft()).typed).not.toHaveProperty('parked');
    });

    test('erases what was typed with its key', async () => {
      const draft = await world.addDraft({ typed: ordinaryTyped });
      expect(await world.press(discardDraft, { draftId: draft.id })).toMatchObject({
        settled: [`draft:${draft.id}:tidy`, `draft:${draft.id}:expire`],
      });
      expect(await world.draft()).toMatchObject({ state: 'discarded', typed: {} });
      expect(await keyOf(draft.trailId)).toBeNull();
      expect(postKeysOfDraft(await world.draft())).toEqual([`draft:${draft.id}`]);
    });

    test('a follow-up shares its key with another referral: only the draft goes', async () => {
      const draft = await world.addDraft({ follows: given.id<ReferralId>(), typed: ordinaryTyped });
      await world.press(discardDraft, { draftId: draft.id });
      expect(await keyOf(draft.trailId)).not.toBeNull();
      expect((await world.draft()).typed).toEqual({});
    });

    test('again is no harm; what was sent or called back is not thrown away', async () => {
      const { id: gone } = await world.addDraft({ state: 'discarded' });
      expect(await world.press(discardDraft, { draftId: gone })).toEqual({
        reply: { show: 'draft-post', with: { draftId: gone } },
      });
      const { draftId, send } = await world.ready();
      await send();
      expect(await world.press(discardDraft, { draftId })).toMatchObject({ refused: 'outdated' });
      await world.press(recallReferral, { referralId: (await world.referralOf(draftId)).id });
      expect(await world.press(discardDraft, { draftId })).toMatchObject({ refused: 'outdated' });
    });
  });

  describe('the jobs of a draft', () => {
    const context = given.context();

    test('tidy-draft brings the stored message up to date, of an open draft only', () => {
      const draft = given.draft({ typed: { gate: 'yes' } });
      expect(tidyDraft.decide(draft, context)).toEqual({ refresh: [`draft:${draft.id}`] });
      expect(tidyDraft.decide(given.draft({ state: 'sent' }), context)).toEqual({});
      expect(tidyDraft.decide(given.draft(), context)).toEqual({});
    });

    test('expire-draft erases what nobody touched for 30 days', async () => {
      const updatedAt = new Date('2026-10-17T09:00:00Z');
      const old = await world.addDraft({ updatedAt, typed: { danger: 'no' } });
      await world.run(expireDraft, old.id);
      expect(await world.draft(old.id)).toMatchObject({ state: 'discarded', typed: {} });
      expect(await keyOf(old.trailId)).toBeNull();
    });

    test('expire-draft waits for one that was touched, and leaves a sent or recalled one alone', async () => {
      const touched = await world.addDraft({ updatedAt: new Date('2026-11-01T09:00:00Z') });
      await world.run(expireDraft, touched.id);
      expect(await world.clocks()).toEqual({ [`draft:${touched.id}:expire`]: new Date('2026-12-01T09:00:00Z') });
      const old = new Date('2026-01-01T09:00:00Z');
      expect(expireDraft.decide(given.draft({ state: 'sent', updatedAt: old }), context)).toEqual({});
      const recalled = given.draft({ referralId: given.id<ReferralId>(), updatedAt: old });
      expect(expireDraft.decide(recalled, context)).toEqual({});
    });

    test('both have nothing to do when the draft is gone', async () => {
      for (const job of [tidyDraft, expireDraft]) await world.run(job, given.id<DraftId>());
      expect(await world.clocks()).toEqual({});
    });
  });
});
