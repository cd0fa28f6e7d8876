import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../../src/domain/draft.js';
import type { CardData } from '../../../../src/contracts/action.js';
import { askedIn, type IntakeForm } from '../../../../src/domain/intake/index.js';
import { checkConditions } from '../../../../src/features/case/intake/check-conditions.js';
import { chooseRegion } from '../../../../src/features/case/intake/choose-region.js';
import { describeGroup } from '../../../../src/features/case/intake/describe-group.js';
import { describePupil } from '../../../../src/features/case/intake/describe-pupil.js';
import { describeQuestion } from '../../../../src/features/case/intake/describe-question.js';
import { recordConsent } from '../../../../src/features/case/intake/record-consent.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { ordinary, ordinaryTyped } from './intakes.js';
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

interface Shown {
  readonly id: string;
  readonly label: string | null;
  readonly hint: string | null;
  readonly meant: { value: string }[] | null;
}

/** A question as it stands on a card. */
const shownIn = (card: CardData, id: string): Shown | undefined =>
  (card['questions'] as Shown[]).find((one) => one.id === id);

type Over = Partial<Draft>;

describe('describe-pupil', () => {
  const over: Over = { step: 'describe-pupil', typed: ordinary['check-conditions'] };

  test('done: the region is next', async () => {
    const { outcome } = await world.submit(describePupil, over, ordinary['describe-pupil']);
    expect(outcome).toMatchObject({ reply: { form: 'choose-region' } });
    expect((await world.draft()).step).toBe('choose-region');
  });

  test('a wrong date stands there again with its sentence', async () => {
    const { form } = await world.submit(describePupil, over, {
      ...ordinary['describe-pupil'],
      birthDate: '31/02/2012',
    });
    expect(await form()).toMatchObject({
      typed: { birthDate: '31/02/2012', pupilName: 'Noor Voorbeeld' },
      errors: { birthDate: 'Deze datum bestaat niet.' },
      back: 'check-conditions',
    });
  });

  test('an earlier step that is not done (any more) comes first', async () => {
    const { outcome } = await world.submit(describePupil, { step: 'describe-pupil' }, ordinary['describe-pupil']);
    expect(outcome).toMatchObject({ reply: { form: 'check-conditions' } });
  });
});

describe('describe-group', () => {
  test('asks which and how many, then the region', async () => {
    const over: Over = { step: 'describe-pupil', typed: { ...ordinary['check-conditions'], target: 'group' } };
    const fields = { groupName: 'klas B', groupSize: 18, schoolName: 'Atheneum' };
    const { outcome, form } = await world.submit(describeGroup, over, fields);
    expect(outcome).toMatchObject({ reply: { form: 'choose-region' } });
    expect((await world.draft()).typed['groupSize']).toBe('18');
    expect(await form()).toMatchObject({ line: 'Stap 2 van 6 ●●○○○○ **Groep of school**', errors: {} });
  });
});

describe('choose-region', () => {
  const over: Over = {
    step: 'choose-region',
    typed: { ...ordinary['check-conditions'], ...ordinary['describe-pupil'] },
  };
  const localities = ordinary['choose-region'];

  test('the CLB’s own municipality stands there already, unless it was emptied', async () => {
    const form = async (typed: Record<string, string>) =>
      world.form(chooseRegion, { draftId: (await world.addDraft({ ...over, typed })).id });
    expect(await form({})).toMatchObject({ typed: { clbPlace: 'Leuven' } });
    expect(await form({ clbPlace: '' })).toMatchObject({ typed: { clbPlace: '' } });
  });

  test('one region: straight on, and the next step says why', async () => {
    const { outcome, draftId } = await world.submit(chooseRegion, over, localities);
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
    expect(await world.form(describeQuestion, { draftId })).toMatchObject({
      info: 'NAFT Vlaams-Brabant Oost: de leerling woont in Leuven, de school ligt in Leuven en uw CLB ligt in Leuven.',
    });
  });

  test('both: asked first without a reproach, then with its sentence, then decided', async () => {
    const both = { ...localities, schoolPlace: 'Zaventem' };
    const { draftId, form } = await world.submit(chooseRegion, over, both);
    expect(await form()).toMatchObject({
      errors: {},
      box: { heading: 'Beide regio’s zijn mogelijk', choices: [{ value: 'VBO' }, { value: 'AHV' }] },
    });
    await world.press(chooseRegion, { draftId, ...both });
    expect(await form()).toMatchObject({ errors: { region: 'Kies een van de twee regio’s.' } });
    const outcome = await world.press(chooseRegion, { draftId, ...both, region: 'AHV' });
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
    expect(await world.form(describeQuestion, { draftId })).toMatchObject({
      info: 'NAFT Asse-Halle-Vilvoorde: de school ligt in Zaventem.',
    });
  });

  test('a name that exists twice: choices at that field, and the chosen one replaces it', async () => {
    const twice = { ...localities, domicile: 'Hofstade' };
    const { draftId, form } = await world.submit(chooseRegion, over, twice);
    const card = await form();
    expect(card).toMatchObject({ errors: { domicile: expect.stringContaining('meer dan eens') } });
    expect(shownIn(card, 'schoolPlace')?.meant).toBeNull();
    const chosen = shownIn(card, 'domicile')!.meant![0]!.value;
    await world.press(chooseRegion, { draftId, ...twice, domicileChoice: chosen });
    expect((await world.draft()).typed['domicile']).toBe(chosen);
  });

  test('no region: the provinces, the desk and other lines; sent on only when confirmed', async () => {
    const none = { domicile: 'Gent', residence: '', schoolPlace: 'Hasselt', clbPlace: 'Halle (1500) zonder' };
    const { draftId, form } = await world.submit(chooseRegion, over, { ...none, clbPlace: '' });
    const box = (await form())['box'] as { text: string };
    expect(box.text).toContain('Gent (Oost-Vlaanderen)');
    expect(box.text).toContain('Hasselt (Limburg)');
    expect((await form())['lines']).toMatchObject({ view: 'line-list', region: null, phase: 'through-clb' });
    const outcome = await world.press(chooseRegion, { draftId, ...none, clbPlace: '', region: 'outside' });
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
  });

  test('under 12 and not enrolled are told (R6, R8)', async () => {
    const info = async (typed: Record<string, string>) =>
      (
        await world.form(chooseRegion, {
          draftId: (await world.addDraft({ ...over, typed: { ...over.typed, ...typed } })).id,
        })
      )['info'];
    const lines = async (typed: Record<string, string>) => {
      const { id } = await world.addDraft({ ...over, typed: { ...over.typed, ...typed } });
      return (await world.form(chooseRegion, { draftId: id }))['lines'];
    };
    expect(await lines({})).toBeNull();
    expect(await lines({ birthDate: '9/3/2016', schoolForm: 'primary' })).toMatchObject({ age: '10', region: 'VBO' });
    expect(await info({})).toBeNull();
    expect(await info({ birthDate: '9/3/2016', schoolForm: 'primary' })).toContain('jonger dan 12');
    expect(await info({ enrolment: 'not-enrolled-nearest-clb' })).toContain('niet ingeschreven');
    expect(await info({ target: 'group', groupName: 'B', groupSize: '3' })).toBeNull();
  });
});

describe('describe-question', () => {
  test('done: consent is next', async () => {
    const typed = { ...ordinary['check-conditions'], ...ordinary['describe-pupil'], ...ordinary['choose-region'] };
    const { outcome } = await world.submit(
      describeQuestion,
      { step: 'describe-question', typed },
      ordinary['describe-question'],
    );
    expect(outcome).toMatchObject({ reply: { form: 'record-consent' } });
  });
});

describe('record-consent', () => {
  test('from 12 on presumed competent; why is asked only when it does not apply', async () => {
    const { form } = await world.submit(
      recordConsent,
      { step: 'record-consent', typed: ordinary['describe-pupil'] },
      { ...ordinary['record-consent'], pupilConsent: 'not-applicable' },
    );
    const card = await form();
    expect(card).toMatchObject({ errors: { pupilConsentWhy: expect.stringContaining('waarom') } });
    expect(shownIn(card, 'pupilConsent')?.hint).toContain('14 jaar');
    expect(shownIn(card, 'pupilConsentWhy')).toMatchObject({ error: expect.stringContaining('waarom') });
    expect(shownIn(card, 'guardianConsentWhy')).toBeUndefined();
  });

  test('under 12 the parents decide', async () => {
    const typed = { ...ordinary['describe-pupil'], birthDate: '9/3/2016', schoolForm: 'primary' };
    const card = await world.form(recordConsent, { draftId: (await world.addDraft({ typed })).id });
    expect(shownIn(card, 'pupilConsent')?.hint).toContain('Onder 12');
  });

  test('“nog te vragen” is an answer: the intake goes on', async () => {
    const over: Over = { step: 'record-consent', typed: ordinaryTyped };
    const fields = { ...ordinary['record-consent'], pupilConsent: 'to-ask' };
    const { outcome } = await world.submit(recordConsent, over, fields);
    expect(outcome).toMatchObject({ reply: { form: 'choose-provider' } });
  });
});

test('each form shows exactly the questions that it asks', async () => {
  for (const action of [checkConditions, describePupil, describeGroup, chooseRegion, describeQuestion, recordConsent]) {
    const form = action.slug as IntakeForm;
    for (const typed of [{ target: 'pupil' }, { target: 'group' }]) {
      const { id: draftId } = await world.addDraft({ typed });
      const shown = (await world.form(action, { draftId }))['questions'] as Shown[];
      const asked = askedIn(form, typed).filter((id) => id !== 'region');
      expect(shown.map(({ id }) => id)).toEqual(asked);
      expect(shown.filter(({ label }) => label === null)).toEqual([]);
    }
  }
});
