import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chooseRegion } from '../../../../src/features/case/intake/choose-region.js';
import { describeQuestion } from '../../../../src/features/case/intake/describe-question.js';
import { draftPost } from '../../../../src/features/case/intake/draft-post.js';
import { goToStep } from '../../../../src/features/case/intake/go-to-step.js';
import { saveDraft } from '../../../../src/features/case/intake/save-draft.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { ordinary, ordinaryTyped } from './intakes.js';
import { IntakeWorld } from './world.js';

describe('back and forth', () => {
  let stage: FeatureStage;
  let world: IntakeWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await IntakeWorld.on(stage);
  });

  describe('go-to-step', () => {
    test('back keeps what was typed, right or wrong, and marks nothing', async () => {
      const { id: draftId } = await world.addDraft({ step: 'choose-region', typed: { danger: 'no' } });
      const pressed = { draftId, from: 'choose-region', step: 'describe-pupil', domicile: 'Luven', verb: 'x' };
      expect(await world.press(goToStep, pressed)).toMatchObject({
        reply: { form: 'describe-pupil', with: { draftId } },
      });
      const draft = await world.draft();
      expect(draft).toMatchObject({ step: 'describe-pupil', tried: [], typed: { danger: 'no', domicile: 'Luven' } });
      expect(draft.typed).not.toHaveProperty('verb');
    });

    test('“wijzig” from the review leads to the part, its “Verder” straight back', async () => {
      const typed = { ...ordinaryTyped, service: 'desk' };
      const { id: draftId } = await world.addDraft({ step: 'review-referral', typed });
      const change = { draftId, from: 'review-referral', step: 'choose-region' };
      expect(await world.press(goToStep, change)).toMatchObject({ reply: { form: 'choose-region' } });
      expect((await world.draft()).step).toBe('review-referral');
      expect(await world.form(chooseRegion, { draftId })).toMatchObject({ back: 'review-referral' });
      const done = await world.press(chooseRegion, { draftId, ...ordinary['choose-region'], domicile: 'Tienen' });
      expect(done).toMatchObject({ reply: { show: 'review-referral', with: { draftId } } });
      const back = { draftId, from: 'choose-region', step: 'review-referral', domicile: 'Diest' };
      expect(await world.press(goToStep, back)).toMatchObject({ reply: { show: 'review-referral' } });
      expect((await world.draft()).typed['domicile']).toBe('Diest');
    });

    test('after a draft was sent the receipt is shown', async () => {
      const { id: draftId } = await world.addDraft({ state: 'sent' });
      expect(await world.press(goToStep, { draftId, from: 'choose-region', step: 'describe-pupil' })).toEqual({
        refused: 'outdated',
        show: { view: 'draft-post', with: { draftId } },
      });
    });
  });

  describe('a late press on an old card', () => {
    const answers = ordinary['describe-question'];

    /** A draft whose step 4 was done on the card of version 1; it stands at step 6. */
    async function atSix() {
      const { id: draftId } = await world.addDraft({ step: 'describe-question', typed: ordinaryTyped });
      await world.press(describeQuestion, { draftId, drawn: 1, ...answers });
      await world.press(goToStep, { draftId, from: 'record-consent', step: 'choose-provider' });
      expect((await world.draft()).step).toBe('choose-provider');
      return draftId;
    }

    test('of step 4 leaves a draft at step 6, and shows that', async () => {
      const draftId = await atSix();
      expect(await world.press(describeQuestion, { draftId, drawn: 1, ...answers })).toMatchObject({
        reply: { form: 'choose-provider' },
      });
      expect((await world.draft()).step).toBe('choose-provider');
    });

    test('does not overwrite what was answered since', async () => {
      const draftId = await atSix();
      const newer = { ...answers, question: 'Nieuwer.', wantedForms: 'group' };
      await world.press(describeQuestion, { draftId, drawn: (await world.draft()).version, ...newer });
      const before = await world.draft();
      for (const verb of [describeQuestion, goToStep, saveDraft])
        await world.press(verb, { draftId, drawn: 1, from: 'describe-question', step: 'choose-region', ...answers });
      const { typed, step } = await world.draft();
      expect(typed).toMatchObject({ question: 'Nieuwer.', wantedForms: 'group' });
      expect(step).toBe(before.step);
    });

    test('what was wrong in it is said there, and the draft stays', async () => {
      const draftId = await atSix();
      expect(await world.press(describeQuestion, { draftId, drawn: 1, ...answers, question: '' })).toMatchObject({
        reply: { form: 'describe-question' },
      });
      expect((await world.draft()).step).toBe('choose-provider');
    });

    test('each form says which version of the draft it shows', async () => {
      const draftId = await atSix();
      expect(await world.form(describeQuestion, { draftId })).toMatchObject({ drawn: (await world.draft()).version });
    });
  });

  describe('save-draft', () => {
    test('keeps everything, closes the stored message and shows it', async () => {
      const { id: draftId } = await world.addDraft({ step: 'describe-pupil' });
      const outcome = await world.press(saveDraft, { draftId, from: 'describe-pupil', birthDate: 'morgen' });
      expect(outcome).toMatchObject({
        refresh: [`draft:${draftId}`],
        settled: [`draft:${draftId}:tidy`],
        reply: { show: 'draft-post', with: { draftId }, note: { key: 'done' } },
      });
      expect(Object.keys(await world.clocks())).toEqual([`draft:${draftId}:expire`]);
      expect((await world.draft()).typed).toMatchObject({ birthDate: 'morgen' });
      expect(await world.stored(draftPost, { draftId })).toMatchObject({ refresh: null });
    });

    test('from the review or a stop there is nothing to merge', async () => {
      const { id: draftId } = await world.addDraft({ step: 'review-referral', typed: ordinaryTyped });
      await world.press(saveDraft, { draftId, from: 'review-referral', pupilName: 'x' });
      expect((await world.draft()).typed).toEqual({ ...ordinaryTyped, parked: 'yes' });
    });
  });
});
