import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { postKeysOfDraft } from '../../../../src/domain/intake/index.js';
import { describePupil } from '../../../../src/features/case/intake/describe-pupil.js';
import { describeQuestion } from '../../../../src/features/case/intake/describe-question.js';
import { draftPost } from '../../../../src/features/case/intake/draft-post.js';
import { goToStep } from '../../../../src/features/case/intake/go-to-step.js';
import { saveDraft } from '../../../../src/features/case/intake/save-draft.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { ordinary, ordinaryTyped, pointByPoint } from './intakes.js';
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
      const { id: draftId } = await world.addDraft({ step: 'describe-question', typed: { gate: 'yes' } });
      const pressed = { draftId, from: 'describe-question', step: 'describe-pupil', question: 'Rust', verb: 'x' };
      expect(await world.press(goToStep, pressed)).toMatchObject({
        reply: { form: 'describe-pupil', with: { draftId } },
      });
      const draft = await world.draft();
      expect(draft).toMatchObject({ step: 'describe-pupil', tried: [], typed: { gate: 'yes', question: 'Rust' } });
      expect(draft.typed).not.toHaveProperty('verb');
    });

    test('“wijzig” from the review leads to the part, its “Verder” straight back', async () => {
      const typed = { ...ordinaryTyped, service: 'desk' };
      const { id: draftId } = await world.addDraft({ step: 'review-referral', typed });
      const change = { draftId, from: 'review-referral', step: 'describe-pupil' };
      expect(await world.press(goToStep, change)).toMatchObject({ reply: { form: 'describe-pupil' } });
      expect((await world.draft()).step).toBe('review-referral');
      expect(await world.form(describePupil, { draftId })).toMatchObject({ back: 'review-referral' });
      const done = await world.press(describePupil, { draftId, ...ordinary['describe-pupil'], domicile: 'Tienen' });
      expect(done).toMatchObject({ reply: { show: 'review-referral', with: { draftId } } });
      const back = { draftId, from: 'describe-pupil', step: 'review-referral', domicile: 'Diest' };
      expect(await world.press(goToStep, back)).toMatchObject({ reply: { show: 'review-referral' } });
      expect((await world.draft()).typed['domicile']).toBe('Diest');
    });

    test('after a draft was sent the receipt is shown', async () => {
      const { id: draftId } = await world.addDraft({ state: 'sent' });
      expect(await world.press(goToStep, { draftId, from: 'describe-question', step: 'describe-pupil' })).toEqual({
        refused: 'outdated',
        show: { view: 'draft-post', with: { draftId } },
      });
    });
  });

  describe('a card of before the parts were three', () => {
    test('its steps are understood, and what was typed in it is taken', async () => {
      const { id: draftId } = await world.addDraft({ step: 'describe-pupil', typed: { gate: 'yes' } });
      const back = { draftId, from: 'choose-region', step: 'check-conditions', domicile: 'Diest' };
      expect(await world.press(goToStep, back)).toMatchObject({ reply: { form: 'describe-pupil' } });
      expect((await world.draft()).typed).toMatchObject({ domicile: 'Diest' });
      const on = { draftId, from: 'check-conditions', step: 'choose-provider', indication: 'yes' };
      expect(await world.press(goToStep, on)).toMatchObject({ reply: { show: 'review-referral' } });
    });

    test('its “Verder” is answered with the present part, and reproaches nothing that it did not ask', async () => {
      const { id: draftId } = await world.addDraft({ step: 'describe-pupil' });
      expect(await world.press(describePupil, { draftId, ...pointByPoint })).toMatchObject({
        reply: { form: 'describe-pupil' },
      });
      expect(await world.draft()).toMatchObject({ tried: [], typed: { indication: 'yes' } });
      await world.press(describePupil, { draftId, domicile: 'Diest', schoolPlace: 'Diest' });
      expect(await world.form(describePupil, { draftId })).toMatchObject({ wrong: null });
      const { gate: _, ...pupil } = ordinary['describe-pupil'];
      expect(await world.press(describePupil, { draftId, ...pupil })).toMatchObject({
        reply: { form: 'describe-question' },
      });
    });
  });

  describe('a late press on an old card', () => {
    const answers = ordinary['describe-question'];

    /** A draft whose question was asked on the card of version 1; it stands at the review. */
    async function atReview() {
      const { id: draftId } = await world.addDraft({ step: 'describe-question', typed: ordinaryTyped });
      await world.press(describeQuestion, { draftId, drawn: 1, ...answers });
      await world.press(goToStep, { draftId, from: 'record-consent', step: 'review-referral' });
      expect((await world.draft()).step).toBe('review-referral');
      return draftId;
    }

    test('of an earlier part leaves a draft at the review, and shows that', async () => {
      const draftId = await atReview();
      expect(await world.press(describeQuestion, { draftId, drawn: 1, ...answers })).toMatchObject({
        reply: { show: 'review-referral' },
      });
      expect((await world.draft()).step).toBe('review-referral');
    });

    test('does not overwrite what was answered since', async () => {
      const draftId = await atReview();
      const newer = { ...answers, question: 'Nieuwer.', wantedForms: 'group' };
      await world.press(describeQuestion, { draftId, drawn: (await world.draft()).version, ...newer });
      const before = await world.draft();
      for (const verb of [describeQuestion, goToStep, saveDraft])
        await world.press(verb, { draftId, drawn: 1, from: 'describe-question', step: 'describe-pupil', ...answers });
      const { typed, step } = await world.draft();
      expect(typed).toMatchObject({ question: 'Nieuwer.', wantedForms: 'group' });
      expect(step).toBe(before.step);
    });

    test('what was wrong in it is said there, and the draft stays', async () => {
      const draftId = await atReview();
      expect(await world.press(describeQuestion, { draftId, drawn: 1, ...answers, question: '' })).toMatchObject({
        reply: { form: 'describe-question' },
      });
      expect((await world.draft()).step).toBe('review-referral');
    });

    test('each form says which version of the draft it shows', async () => {
      const draftId = await atReview();
      expect(await world.form(describeQuestion, { draftId })).toMatchObject({ drawn: (await world.draft()).version });
    });
  });

  describe('save-draft', () => {
    test('keeps everything, closes the stored message and shows it', async () => {
      const { id: draftId } = await world.addDraft({ step: 'describe-pupil' });
      const outcome = await world.press(saveDraft, { draftId, from: 'describe-pupil', birthDate: 'morgen' });
      expect(outcome).toMatchObject({
        settled: [`draft:${draftId}:tidy`],
        reply: { show: 'draft-post', with: { draftId }, note: { key: 'done' } },
      });
      expect(Object.keys(await world.clocks())).toEqual([`draft:${draftId}:expire`]);
      expect((await world.draft()).typed).toMatchObject({ birthDate: 'morgen' });
      expect(await world.stored(draftPost, { draftId })).toMatchObject({ refresh: null });
      expect(postKeysOfDraft(await world.draft())).toEqual([`draft:${draftId}`]);
    });

    test('from the review or a stop there is nothing to merge', async () => {
      const { id: draftId } = await world.addDraft({ step: 'review-referral', typed: ordinaryTyped });
      await world.press(saveDraft, { draftId, from: 'review-referral', pupilName: 'x' });
      expect((await world.draft()).typed).toEqual({ ...ordinaryTyped, parked: 'yes' });
    });
  });
});
