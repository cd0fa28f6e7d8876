import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describePupil } from '../../../../src/features/case/intake/describe-pupil.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { ordinary } from './intakes.js';
import { isOpen, shownIn } from './shown.js';
import { IntakeWorld } from './world.js';

let stage: FeatureStage;
let world: IntakeWorld;
beforeAll(async () => {
  stage = await FeatureStage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  world = await IntakeWorld.on(stage);
});

describe('the schools of which this CLB referred before', () => {
  const pupil = ordinary['describe-pupil'];
  const unchosen = { ...pupil, schoolName: '', schoolPlace: '' };
  const schoolChoice = 'Lyceum Voorbeeld, Tienen';

  test('without any, name and place stand there as always', async () => {
    const card = await world.form(describePupil, { draftId: (await world.addDraft()).id });
    expect(shownIn(card, 'schoolChoice')).toBeUndefined();
    expect([isOpen(card, 'schoolName'), isOpen(card, 'schoolPlace')]).toEqual([true, true]);
  });

  test('one is chosen and brings its municipality; another can still be typed', async () => {
    await world.addSchool('Lyceum Voorbeeld', 'Tienen');
    const draftId = (await world.addDraft()).id;
    const first = await world.form(describePupil, { draftId });
    expect(shownIn(first, 'schoolChoice')).toMatchObject({ label: 'School, of de laatste school *', value: null });
    expect([isOpen(first, 'schoolName'), isOpen(first, 'schoolPlace')]).toEqual([false, false]);
    expect(await world.press(describePupil, { draftId, ...unchosen, schoolChoice })).toMatchObject({
      reply: { form: 'describe-question' },
    });
    expect((await world.draft()).typed).toMatchObject({ schoolName: 'Lyceum Voorbeeld', schoolPlace: 'Tienen' });
    const again = await world.form(describePupil, { draftId });
    expect(shownIn(again, 'schoolChoice')).toMatchObject({ value: schoolChoice });
    expect([shownIn(again, 'schoolName')?.value, isOpen(again, 'schoolName')]).toEqual(['', false]);
    await world.press(describePupil, { draftId, ...pupil, schoolChoice });
    expect((await world.draft()).typed).toMatchObject({ schoolName: 'Atheneum Voorbeeld', schoolPlace: '3000' });
    const other = await world.form(describePupil, { draftId });
    expect([shownIn(other, 'schoolChoice')?.value, isOpen(other, 'schoolName')]).toEqual([null, true]);
  });

  test('what is missing is said at the list, what is wrong with a typed one at its field', async () => {
    await world.addSchool('Lyceum Voorbeeld', 'Tienen');
    const { form, draftId } = await world.submit(describePupil, {}, unchosen);
    const card = await form();
    expect(card).toMatchObject({ wrong: { heading: 'Nog 1 ding na te kijken' } });
    expect(shownIn(card, 'schoolChoice')?.error).toContain('Kies de school');
    expect(isOpen(card, 'schoolName')).toBe(false);
    await world.press(describePupil, { draftId, ...unchosen, schoolName: 'Instituut' });
    const typed = await form();
    expect(shownIn(typed, 'placeChoice')).toMatchObject({
      label: 'Gemeente van de school *',
      error: 'Kies de gemeente van de school, of vul ze daaronder in.',
    });
    expect(shownIn(typed, 'schoolPlace')?.label).toBe('Een andere gemeente');
    expect(isOpen(typed, 'schoolPlace')).toBe(true);
  });

  test('of another school the municipality is chosen from those of before, or typed', async () => {
    await world.addSchool('Lyceum Voorbeeld', 'Tienen');
    const draftId = (await world.addDraft()).id;
    const other = { ...unchosen, schoolName: 'Instituut' };
    await world.press(describePupil, { draftId, ...other, placeChoice: 'Tienen' });
    expect((await world.draft()).typed).toMatchObject({ schoolName: 'Instituut', schoolPlace: 'Tienen' });
    const chosen = await world.form(describePupil, { draftId });
    expect(shownIn(chosen, 'placeChoice')).toMatchObject({ value: 'Tienen' });
    expect(shownIn(chosen, 'schoolPlace')?.value).toBe('');
    await world.press(describePupil, { draftId, ...other, placeChoice: 'Tienen', schoolPlace: 'Mechelen' });
    expect((await world.draft()).typed).toMatchObject({ schoolPlace: 'Mechelen' });
  });
});
