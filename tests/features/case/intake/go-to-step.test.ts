import { describe, expect, test } from '@jest/globals';
import type { DraftId, ReferralId } from '../../../../src/domain/ids.js';
import { chooseRegion } from '../../../../src/features/case/intake/choose-region.js';
import { discardDraft } from '../../../../src/features/case/intake/discard-draft.js';
import { draftPost } from '../../../../src/features/case/intake/draft-post.js';
import { expireDraft } from '../../../../src/features/case/intake/expire-draft.job.js';
import { goToStep } from '../../../../src/features/case/intake/go-to-step.js';
import { saveDraft } from '../../../../src/features/case/intake/save-draft.js';
import { tidyDraft } from '../../../../src/features/case/intake/tidy-draft.job.js';
import * as given from '../../../support/given.js';
import { IntakeWorld, ordinary, ordinaryTyped } from './world.js';

describe('go-to-step', () => {
  test('back keeps what was typed, right or wrong, and marks nothing', async () => {
    const world = new IntakeWorld();
    const { id: draftId } = world.addDraft({ step: 'choose-region', typed: { danger: 'no' } });
    const pressed = { draftId, from: 'choose-region', step: 'describe-pupil', domicile: 'Luven', verb: 'x' };
    expect(await world.press(goToStep, pressed)).toMatchObject({
      reply: { form: 'describe-pupil', with: { draftId } },
    });
    expect(world.draft).toMatchObject({
      step: 'describe-pupil',
      tried: [],
      typed: { danger: 'no', domicile: 'Luven' },
    });
    expect(world.draft.typed).not.toHaveProperty('verb');
  });

  test('“wijzig” from the review leads to the part, its “Verder” straight back', async () => {
    const world = new IntakeWorld();
    const typed = { ...ordinaryTyped, service: 'desk' };
    const { id: draftId } = world.addDraft({ step: 'review-referral', typed });
    const change = { draftId, from: 'review-referral', step: 'choose-region' };
    expect(await world.press(goToStep, change)).toMatchObject({ reply: { form: 'choose-region' } });
    expect(world.draft.step).toBe('review-referral');
    expect(await world.form(chooseRegion, { draftId })).toMatchObject({ back: 'review-referral' });
    const done = await world.press(chooseRegion, { draftId, ...ordinary['choose-region'], domicile: 'Tienen' });
    expect(done).toMatchObject({ reply: { show: 'review-referral', with: { draftId } } });
    const back = { draftId, from: 'choose-region', step: 'review-referral', domicile: 'Diest' };
    expect(await world.press(goToStep, back)).toMatchObject({ reply: { show: 'review-referral' } });
    expect(world.draft.typed['domicile']).toBe('Diest');
  });

  test('after a draft was sent the receipt is shown', async () => {
    const world = new IntakeWorld();
    const { id: draftId } = world.addDraft({ state: 'sent' });
    const show = { view: 'draft-post', with: { draftId } };
    expect(await world.press(goToStep, { draftId, from: 'choose-region', step: 'describe-pupil' })).toEqual({
      refused: 'outdated',
      show,
    });
  });
});

describe('save-draft', () => {
  test('keeps everything, closes the stored message and shows it', async () => {
    const world = new IntakeWorld();
    const { id: draftId } = world.addDraft({ step: 'describe-pupil' });
    const outcome = await world.press(saveDraft, { draftId, from: 'describe-pupil', birthDate: 'morgen' });
    expect(outcome).toMatchObject({
      refresh: [`draft:${draftId}`],
      settled: [`draft:${draftId}:tidy`],
      dues: [{ key: `draft:${draftId}:expire` }],
      reply: { show: 'draft-post', with: { draftId }, note: { key: 'done' } },
    });
    expect(world.draft.typed).toMatchObject({ birthDate: 'morgen' });
    expect(await world.see(draftPost, { draftId }, { actor: null })).toMatchObject({ refresh: null });
  });

  test('from the review or a stop there is nothing to merge', async () => {
    const world = new IntakeWorld();
    const { id: draftId } = world.addDraft({ step: 'review-referral', typed: ordinaryTyped });
    await world.press(saveDraft, { draftId, from: 'review-referral', pupilName: 'x' });
    expect(world.draft.typed).toEqual({ ...ordinaryTyped, parked: 'yes' });
  });
});

describe('discard-draft', () => {
  test('asks first', async () => {
    const world = new IntakeWorld();
    const { id: draftId } = world.addDraft();
    expect(await world.form(discardDraft, { draftId })).toEqual({ draftId });
  });

  test('erases what was typed with its key', async () => {
    const world = new IntakeWorld();
    const draft = world.addDraft({ typed: ordinaryTyped });
    const outcome = await world.press(discardDraft, { draftId: draft.id });
    expect(world.draft).toMatchObject({ state: 'discarded', typed: {} });
    expect(world.erased).toEqual([draft.trailId]);
    expect(outcome).toMatchObject({
      refresh: [`draft:${draft.id}`],
      settled: [`draft:${draft.id}:tidy`, `draft:${draft.id}:expire`],
    });
  });

  test('a follow-up shares its key with another referral: only the draft goes', async () => {
    const world = new IntakeWorld();
    const draft = world.addDraft({ follows: given.id<ReferralId>(), typed: ordinaryTyped });
    await world.press(discardDraft, { draftId: draft.id });
    expect(world.erased).toEqual([]);
    expect(world.draft.typed).toEqual({});
  });

  test('again is no harm; what was sent or called back is not thrown away', async () => {
    const world = new IntakeWorld();
    const gone = world.addDraft({ state: 'discarded' });
    const show = { view: 'draft-post', with: { draftId: gone.id } };
    expect(await world.press(discardDraft, { draftId: gone.id })).toEqual({
      reply: { show: show.view, with: show.with },
    });
    const sent = world.addDraft({ state: 'sent', referralId: given.id<ReferralId>() });
    expect(await world.press(discardDraft, { draftId: sent.id })).toMatchObject({ refused: 'outdated' });
    const referral = world.with(world.referrals, given.referral({ state: 'recalled' }));
    const recalled = world.addDraft({ referralId: referral.id });
    expect(await world.press(discardDraft, { draftId: recalled.id })).toMatchObject({ refused: 'outdated' });
  });
});

describe('the jobs of a draft', () => {
  const context = given.context();

  test('tidy-draft brings the stored message up to date, of an open draft only', () => {
    const draft = given.draft();
    expect(tidyDraft.decide(draft, context)).toEqual({ refresh: [`draft:${draft.id}`] });
    expect(tidyDraft.decide(given.draft({ state: 'sent' }), context)).toEqual({});
  });

  test('expire-draft erases what nobody touched for 30 days', () => {
    const old = given.draft({ updatedAt: new Date('2026-10-17T09:00:00Z'), typed: { danger: 'no' } });
    expect(expireDraft.decide(old, context)).toMatchObject({
      changes: [
        { put: 'draft', row: { state: 'discarded', typed: {} } },
        { erase: 'trail', id: old.trailId },
      ],
      refresh: [`draft:${old.id}`],
    });
  });

  test('expire-draft waits for one that was touched, and leaves a sent or recalled one alone', () => {
    const touched = given.draft({ updatedAt: new Date('2026-11-01T09:00:00Z') });
    expect(expireDraft.decide(touched, context)).toEqual({
      dues: [
        {
          key: `draft:${touched.id}:expire`,
          job: 'expire-draft',
          subject: { draftId: touched.id },
          at: new Date('2026-12-01T09:00:00Z'),
        },
      ],
    });
    const old = new Date('2026-01-01T09:00:00Z');
    expect(expireDraft.decide(given.draft({ state: 'sent', updatedAt: old }), context)).toEqual({});
    expect(expireDraft.decide(given.draft({ referralId: given.id<ReferralId>(), updatedAt: old }), context)).toEqual(
      {},
    );
  });

  test('both read the draft, and have nothing to do when it is gone', async () => {
    const world = new IntakeWorld();
    const draft = world.addDraft();
    for (const job of [tidyDraft, expireDraft]) {
      expect(await job.load(world.read, { draftId: draft.id }, context)).toBe(draft);
      expect(await job.load(world.read, { draftId: given.id<DraftId>() }, context)).toBeNull();
    }
  });
});
