import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Draft } from '../../../../src/domain/draft.js';
import { askedIn, questionOf, type IntakeForm } from '../../../../src/domain/intake/index.js';
import { describeGroup } from '../../../../src/features/case/intake/describe-group.js';
import { describePupil } from '../../../../src/features/case/intake/describe-pupil.js';
import { describeQuestion } from '../../../../src/features/case/intake/describe-question.js';
import { recordConsent } from '../../../../src/features/case/intake/record-consent.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { ordinary, ordinaryTyped } from './intakes.js';
import { allShown, isOpen, shownIn } from './shown.js';
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

type Over = Partial<Draft>;

describe('describe-pupil', () => {
  const pupil = ordinary['describe-pupil'];

  test('a first look shows no errors, what is usual, and the CLB’s own municipality', async () => {
    const card = await world.form(describePupil, { draftId: (await world.addDraft()).id });
    expect(card).toMatchObject({ line: 'Deel 1 van 3 · **Leerling**', part: 1, parts: 3, back: null, wrong: null });
    expect(shownIn(card, 'gate')).toMatchObject({ value: null });
    expect(shownIn(card, 'enrolment')).toMatchObject({ value: 'enrolled' });
    expect(shownIn(card, 'clbPlace')).toMatchObject({ value: 'Leuven' });
    expect([isOpen(card, 'gate'), isOpen(card, 'indication'), isOpen(card, 'source')]).toEqual([true, false, false]);
    const emptied = (await world.addDraft({ typed: { clbPlace: '' } })).id;
    expect(shownIn(await world.form(describePupil, { draftId: emptied }), 'clbPlace')).toMatchObject({ value: '' });
  });

  test('done: the question is next, and says which region it is and why', async () => {
    const { outcome, draftId } = await world.submit(describePupil, {}, pupil);
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
    expect((await world.draft()).step).toBe('describe-question');
    expect(await world.form(describeQuestion, { draftId })).toMatchObject({
      told: 'NAFT Vlaams-Brabant Oost: de woonplaats, de school en uw CLB liggen in Leuven.',
    });
  });

  test('a wrong date stands there again with its sentence, counted and named on top', async () => {
    const { form } = await world.submit(describePupil, {}, { ...pupil, birthDate: '31/02/2012', schoolForm: '' });
    const card = await form();
    expect(card).toMatchObject({
      wrong: {
        heading: 'Nog 2 dingen na te kijken',
        text: 'Geboortedatum · Onderwijsvorm. Wat u typte, is bewaard.',
      },
    });
    expect(shownIn(card, 'birthDate')).toMatchObject({
      value: '31/02/2012',
      error: 'Deze datum bestaat niet. Kijk dag en maand na.',
    });
    expect(shownIn(card, 'pupilName')).toMatchObject({ value: 'Noor Voorbeeld', error: null });
  });

  test('what is wrong under a fold opens it', async () => {
    const { form } = await world.submit(describePupil, {}, { ...pupil, agreedWithSchool: 'no-school' });
    const card = await form();
    expect(shownIn(card, 'enrolment')?.error).toContain('nergens ingeschreven');
    expect(isOpen(card, 'enrolment')).toBe(true);
  });

  test('an earlier part that is not done (any more) comes first', async () => {
    const { outcome } = await world.submit(
      describeQuestion,
      { step: 'describe-question' },
      ordinary['describe-question'],
    );
    expect(outcome).toMatchObject({ reply: { form: 'describe-pupil' } });
  });

  test('for a group: its own form, without a reproach, with what was typed kept', async () => {
    const { outcome, draftId } = await world.submit(describePupil, {}, { pupilName: 'Noor', target: 'group' });
    expect(outcome).toMatchObject({ reply: { form: 'describe-group' } });
    expect(await world.form(describeGroup, { draftId })).toMatchObject({ wrong: null });
    expect(await world.press(describeGroup, { draftId, target: 'pupil' })).toMatchObject({
      reply: { form: 'describe-pupil' },
    });
    expect(await world.draft()).toMatchObject({ typed: { pupilName: 'Noor' } });
  });
});

describe('describe-group', () => {
  test('asks which and how many and where, then the question', async () => {
    const over: Over = { typed: { target: 'group' } };
    const fields = { gate: 'yes', groupName: 'klas B', groupSize: 18, schoolName: 'Atheneum', schoolPlace: 'Leuven' };
    const { outcome, form } = await world.submit(describeGroup, over, fields);
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
    expect((await world.draft()).typed['groupSize']).toBe('18');
    expect(await form()).toMatchObject({ line: 'Deel 1 van 3 · **Groep of school**', wrong: null, forGroup: null });
  });
});

describe('the region, in the first part', () => {
  const pupil = ordinary['describe-pupil'];

  test('both: asked first without a reproach, then with its sentence, then decided', async () => {
    const both = { ...pupil, schoolPlace: 'Zaventem' };
    const { draftId, form } = await world.submit(describePupil, {}, both);
    expect(await form()).toMatchObject({
      wrong: null,
      box: { heading: 'Beide regio’s zijn mogelijk', choices: [{ value: 'VBO' }, { value: 'AHV' }], error: null },
    });
    await world.press(describePupil, { draftId, ...both });
    expect(await form()).toMatchObject({ box: { error: 'Kies een van de twee regio’s.' } });
    const outcome = await world.press(describePupil, { draftId, ...both, region: 'AHV' });
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
    expect(await world.form(describeQuestion, { draftId })).toMatchObject({
      told: 'NAFT Asse-Halle-Vilvoorde: de school ligt in Zaventem.',
    });
  });

  test('a name that exists twice: choices at that field, and the chosen one replaces it', async () => {
    const twice = { ...pupil, domicile: 'Hofstade' };
    const { draftId, form } = await world.submit(describePupil, {}, twice);
    const card = await form();
    expect(shownIn(card, 'domicile')?.error).toContain('meer dan eens');
    expect(shownIn(card, 'schoolPlace')?.meant).toBeNull();
    const chosen = shownIn(card, 'domicile')!.meant![0]!.value;
    await world.press(describePupil, { draftId, ...twice, domicileChoice: chosen });
    expect((await world.draft()).typed['domicile']).toBe(chosen);
  });

  test('no region: the provinces, the desk and other lines; sent on only when confirmed', async () => {
    const none = { ...pupil, domicile: 'Gent', schoolPlace: 'Hasselt', clbPlace: '' };
    const { draftId, form } = await world.submit(describePupil, {}, none);
    const box = (await form())['box'] as { text: string };
    expect(box.text).toContain('Gent (Oost-Vlaanderen)');
    expect(box.text).toContain('Hasselt (Limburg)');
    expect((await form())['lines']).toMatchObject({ view: 'line-list', region: null, phase: 'through-clb' });
    const outcome = await world.press(describePupil, { draftId, ...none, region: 'outside' });
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
  });
});

describe('describe-question', () => {
  const over: Over = { step: 'describe-question', typed: ordinary['describe-pupil'] };
  const formWith = async (typed: Record<string, string>) => {
    const { id: draftId } = await world.addDraft({ ...over, typed: { ...over.typed, ...typed } });
    return world.form(describeQuestion, { draftId });
  };

  test('done: consent is next', async () => {
    const { outcome } = await world.submit(describeQuestion, over, ordinary['describe-question']);
    expect(outcome).toMatchObject({ reply: { form: 'record-consent' } });
  });

  test('only question, domain and presence are needed; the rest may be left open', async () => {
    const { outcome, form } = await world.submit(describeQuestion, over, {});
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
    const card = await form();
    expect(
      allShown(card)
        .filter(({ error }) => error !== null)
        .map(({ id }) => id),
    ).toEqual(['question', 'problemDomains', 'presence']);
    expect(isOpen(card, 'stepsTaken')).toBe(false);
  });

  test('under 12 and not enrolled are told (R6, R8)', async () => {
    const young = { birthDate: '9/3/2016', schoolForm: 'primary' };
    expect(await formWith({})).toMatchObject({ info: null, lines: null });
    expect(await formWith(young)).toMatchObject({
      info: expect.stringContaining('jonger dan 12'),
      lines: { age: '10', region: 'VBO' },
    });
    expect(await formWith({ enrolment: 'not-enrolled-nearest-clb' })).toMatchObject({
      info: expect.stringContaining('niet ingeschreven'),
    });
    expect(await formWith({ target: 'group', groupName: 'B', groupSize: '3' })).toMatchObject({ info: null });
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
    expect(shownIn(card, 'pupilConsent')?.hint).toContain('14 jaar');
    expect(shownIn(card, 'pupilConsentWhy')).toMatchObject({ error: expect.stringContaining('waarom') });
    expect(shownIn(card, 'guardianConsentWhy')).toBeUndefined();
  });

  test('under 12 the parents decide', async () => {
    const typed = { ...ordinary['describe-pupil'], birthDate: '9/3/2016', schoolForm: 'primary' };
    const card = await world.form(recordConsent, { draftId: (await world.addDraft({ typed })).id });
    expect(shownIn(card, 'pupilConsent')).toMatchObject({
      hint: expect.stringContaining('Onder 12'),
      value: 'not-applicable',
    });
    expect(shownIn(card, 'pupilConsentWhy')).toMatchObject({ value: 'jonger dan 12 jaar: de ouders beslissen' });
  });

  test('“nog te vragen” is an answer: the intake goes on', async () => {
    const over: Over = { step: 'record-consent', typed: ordinaryTyped };
    const fields = { ...ordinary['record-consent'], pupilConsent: 'to-ask' };
    const { outcome } = await world.submit(recordConsent, over, fields);
    expect(outcome).toMatchObject({ reply: { show: 'review-referral' } });
  });
});

test('each form shows exactly the questions that it asks, and each has its words', async () => {
  for (const action of [describePupil, describeGroup, describeQuestion, recordConsent]) {
    const form = action.slug as IntakeForm;
    for (const typed of [{ target: 'pupil' }, { target: 'group' }]) {
      const { id: draftId } = await world.addDraft({ typed });
      const shown = allShown(await world.form(action, { draftId }));
      const asked = askedIn(form, typed).filter(
        (id) => questionOf(id).input.kind !== 'open-choice' && questionOf(id).byButton?.includes(form) !== true,
      );
      expect(shown.map(({ id }) => id)).toEqual(asked);
      expect(shown.filter(({ id, label }) => label === null || label.startsWith(id))).toEqual([]);
    }
  }
});
