import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { intakeFields } from '../../../../src/domain/intake/index.js';
import { checkConditions } from '../../../../src/features/case/intake/check-conditions.js';
import { chooseRegion } from '../../../../src/features/case/intake/choose-region.js';
import { describeGroup } from '../../../../src/features/case/intake/describe-group.js';
import { describePupil } from '../../../../src/features/case/intake/describe-pupil.js';
import { describeQuestion } from '../../../../src/features/case/intake/describe-question.js';
import type { HelpLine } from '../../../../src/domain/helpline/help-line.js';
import { helpLine, helpOrganisation } from '../../../support/given-directory.js';
import { intakeStopped } from '../../../../src/features/case/intake/intake-stopped.js';
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

/** Help lines, each of an organisation of its own. */
async function addLines(...lines: readonly HelpLine[]): Promise<void> {
  for (const line of lines) {
    const organisation = helpOrganisation({ id: line.organisationId, version: 0 });
    await stage.put({ put: 'helpOrganisation', row: organisation }, { put: 'helpLine', row: { ...line, version: 0 } });
  }
}

type Over = Parameters<IntakeWorld['addDraft']>[0];

async function submitted(action: { readonly slug: string }, over: Over, fields: Record<string, unknown>) {
  const draft = await world.addDraft(over);
  const outcome = await world.press(action, { draftId: draft.id, ...fields });
  return { draftId: draft.id, outcome, form: () => world.form(action, { draftId: draft.id }) };
}

describe('check-conditions', () => {
  test('done: stored, and the pupil is next', async () => {
    const { outcome, draftId } = await submitted(checkConditions, {}, ordinary['check-conditions']);
    expect(outcome).toMatchObject({ reply: { form: 'describe-pupil', with: { draftId } } });
    expect(await world.draft()).toMatchObject({
      step: 'describe-pupil',
      tried: ['check-conditions'],
      typed: ordinary['check-conditions'],
    });
  });

  test('for a group the group is next', async () => {
    const fields = { ...ordinary['check-conditions'], target: 'group' };
    const { outcome } = await submitted(checkConditions, {}, fields);
    expect(outcome).toMatchObject({ reply: { form: 'describe-group' } });
  });

  test('something missing: the same form, a sentence at the field, the rest as typed', async () => {
    const { outcome, form } = await submitted(checkConditions, {}, { danger: 'no', source: 'parent' });
    expect(outcome).toMatchObject({ reply: { form: 'check-conditions' } });
    expect(await form()).toMatchObject({
      typed: { danger: 'no', source: 'parent', carePhase: null },
      errors: { carePhase: 'Kies de laatste fase die doorlopen is.' },
    });
  });

  test('a first look shows no errors and what is usual', async () => {
    const form = await world.form(checkConditions, { draftId: (await world.addDraft()).id });
    expect(form).toMatchObject({
      title: 'Nieuwe aanmelding',
      line: 'Stap 1 van 6 ●○○○○○ **Kunt u al aanmelden?**',
      back: null,
      typed: { danger: null, source: 'clb', target: 'pupil', indication: null },
      errors: {},
    });
  });

  test('danger is told where to go, also when nothing else is filled in (R20)', async () => {
    const { outcome, draftId } = await submitted(checkConditions, {}, { danger: 'yes' });
    expect(outcome).toMatchObject({ reply: { show: 'intake-stopped', with: { draftId } } });
    expect(await world.draft()).toMatchObject({ step: 'check-conditions', state: 'open', typed: { danger: 'yes' } });
    const seen = await world.see(intakeStopped, { draftId });
    expect(seen).toMatchObject({ heading: 'Zoek nu eerst hulp' });
    expect(JSON.stringify(seen)).toContain('1813');
  });

  test('what has to happen first, and who helps (R2)', async () => {
    const fields = { ...ordinary['check-conditions'], carePhase: 'increased-care', indication: 'no' };
    const { draftId } = await submitted(checkConditions, {}, fields);
    const seen = await world.see(intakeStopped, { draftId });
    expect(seen?.['stops']).toMatchObject([
      { heading: 'Eerst de uitbreiding van zorg' },
      { heading: 'Eerst de indicatiestelling' },
    ]);
  });

  test('the lines of the phase that comes first are told once, with who helps in the region of the CLB', async () => {
    const fields = { ...ordinary['check-conditions'], carePhase: 'increased-care', indication: 'no' };
    const { draftId } = await submitted(checkConditions, {}, fields);
    await addLines(
      helpLine({ kind: 'support-centre', name: 'Leersteun *Oost*', phone: '016 00 00 01' }),
      helpLine({ kind: 'clb', name: 'CLB elders', regions: ['AHV'] }),
      helpLine({ kind: 'naft', name: 'NAFT' }),
    );
    expect(await world.see(intakeStopped, { draftId })).toMatchObject({
      stops: [{ lines: ['Leersteuncentrum: Leersteun \\*Oost\\*, 016 00 00 01', 'CLB'] }, { lines: [] }],
      lines: { view: 'line-list', phase: 'extended', region: 'VBO' },
    });
  });

  test('before increased care the lines of the school’s own care come first; with danger only the numbers to call', async () => {
    const begun = await submitted(
      checkConditions,
      {},
      { ...ordinary['check-conditions'], carePhase: 'broad-basic-care' },
    );
    const seen = await world.see(intakeStopped, { draftId: begun.draftId });
    expect(seen).toMatchObject({ lines: { phase: 'basic-and-increased' } });
    expect(JSON.stringify(seen)).toContain('Pedagogische begeleidingsdienst');
    const danger = await submitted(checkConditions, {}, { danger: 'yes' });
    expect(await world.see(intakeStopped, { draftId: danger.draftId })).toMatchObject({ lines: null });
  });
});

describe('describe-pupil', () => {
  const over: Over = { step: 'describe-pupil', typed: ordinary['check-conditions'] };

  test('done: the region is next', async () => {
    const { outcome } = await submitted(describePupil, over, ordinary['describe-pupil']);
    expect(outcome).toMatchObject({ reply: { form: 'choose-region' } });
    expect((await world.draft()).step).toBe('choose-region');
  });

  test('a wrong date stands there again with its sentence', async () => {
    const { form } = await submitted(describePupil, over, { ...ordinary['describe-pupil'], birthDate: '31/02/2012' });
    expect(await form()).toMatchObject({
      typed: { birthDate: '31/02/2012', pupilName: 'Noor Voorbeeld' },
      errors: { birthDate: 'Deze datum bestaat niet.' },
      back: 'check-conditions',
    });
  });

  test('an earlier step that is not done (any more) comes first', async () => {
    const { outcome } = await submitted(describePupil, { step: 'describe-pupil' }, ordinary['describe-pupil']);
    expect(outcome).toMatchObject({ reply: { form: 'check-conditions' } });
  });
});

describe('describe-group', () => {
  test('asks which and how many, then the region', async () => {
    const over: Over = { step: 'describe-pupil', typed: { ...ordinary['check-conditions'], target: 'group' } };
    const fields = { groupName: 'klas B', groupSize: 18, schoolName: 'Atheneum' };
    const { outcome, form } = await submitted(describeGroup, over, fields);
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
  const places = ordinary['choose-region'];

  test('the CLB’s own municipality stands there already, unless it was emptied', async () => {
    const form = async (typed: Record<string, string>) =>
      world.form(chooseRegion, { draftId: (await world.addDraft({ ...over, typed })).id });
    expect(await form({})).toMatchObject({ typed: { clbPlace: 'Leuven' } });
    expect(await form({ clbPlace: '' })).toMatchObject({ typed: { clbPlace: '' } });
  });

  test('one region: straight on, and the next step says why', async () => {
    const { outcome, draftId } = await submitted(chooseRegion, over, places);
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
    expect(await world.form(describeQuestion, { draftId })).toMatchObject({
      info: 'NAFT Vlaams-Brabant Oost: de leerling woont in Leuven, de school ligt in Leuven en uw CLB ligt in Leuven.',
    });
  });

  test('both: asked first without a reproach, then with its sentence, then decided', async () => {
    const both = { ...places, schoolPlace: 'Zaventem' };
    const { draftId, form } = await submitted(chooseRegion, over, both);
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
    const twice = { ...places, domicile: 'Hofstade' };
    const { draftId, form } = await submitted(chooseRegion, over, twice);
    const card = await form();
    expect(card).toMatchObject({ errors: { domicile: expect.stringContaining('meer dan eens') } });
    const { domicile, schoolPlace } = card['choices'] as Record<string, { value: string }[] | null>;
    expect(schoolPlace).toBeNull();
    const chosen = domicile![0]!.value;
    await world.press(chooseRegion, { draftId, ...twice, domicileChoice: chosen });
    expect((await world.draft()).typed['domicile']).toBe(chosen);
  });

  test('no region: the provinces, the desk and other lines; sent on only when confirmed', async () => {
    const none = { domicile: 'Gent', residence: '', schoolPlace: 'Hasselt', clbPlace: 'Halle (1500) zonder' };
    const { draftId, form } = await submitted(chooseRegion, over, { ...none, clbPlace: '' });
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
          draftId: (await world.addDraft({ ...over, typed: { ...over!.typed, ...typed } })).id,
        })
      )['info'];
    const lines = async (typed: Record<string, string>) => {
      const { id } = await world.addDraft({ ...over, typed: { ...over!.typed, ...typed } });
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
    const { outcome } = await submitted(
      describeQuestion,
      { step: 'describe-question', typed },
      ordinary['describe-question'],
    );
    expect(outcome).toMatchObject({ reply: { form: 'record-consent' } });
  });
});

describe('record-consent', () => {
  test('from 12 on presumed competent; why is asked only when it does not apply', async () => {
    const { form } = await submitted(
      recordConsent,
      { step: 'record-consent', typed: ordinary['describe-pupil'] },
      { ...ordinary['record-consent'], pupilConsent: 'not-applicable' },
    );
    expect(await form()).toMatchObject({
      forPupil: true,
      competent: expect.stringContaining('14 jaar'),
      pupilWhy: true,
      guardianWhy: false,
      errors: { pupilConsentWhy: expect.stringContaining('waarom') },
    });
  });

  test('under 12 the parents decide', async () => {
    const typed = { ...ordinary['describe-pupil'], birthDate: '9/3/2016', schoolForm: 'primary' };
    expect(await world.form(recordConsent, { draftId: (await world.addDraft({ typed })).id })).toMatchObject({
      competent: expect.stringContaining('Onder 12'),
    });
  });

  test('“nog te vragen” is an answer: the intake goes on', async () => {
    const over: Over = { step: 'record-consent', typed: ordinaryTyped };
    const fields = { ...ordinary['record-consent'], pupilConsent: 'to-ask' };
    const { outcome } = await submitted(recordConsent, over, fields);
    expect(outcome).toMatchObject({ reply: { form: 'choose-provider' } });
  });
});

test('each form shows exactly its fields', async () => {
  for (const action of [checkConditions, describePupil, describeGroup, chooseRegion, describeQuestion, recordConsent]) {
    const form = await world.form(action, { draftId: (await world.addDraft()).id });
    expect(Object.keys(form['typed'] as object)).toEqual([...intakeFields[action.slug as keyof typeof intakeFields]]);
  }
});
