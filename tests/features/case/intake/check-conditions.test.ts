import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HelpLine } from '../../../../src/domain/helpline/help-line.js';
import { checkConditions } from '../../../../src/features/case/intake/check-conditions.js';
import { intakeStopped } from '../../../../src/features/case/intake/intake-stopped.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { helpLine, helpOrganisation } from '../../../support/given-directory.js';
import { ordinary } from './intakes.js';
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

describe('check-conditions', () => {
  test('done: stored, and the pupil is next', async () => {
    const { outcome, draftId } = await world.submit(checkConditions, {}, ordinary['check-conditions']);
    expect(outcome).toMatchObject({ reply: { form: 'describe-pupil', with: { draftId } } });
    expect(await world.draft()).toMatchObject({
      step: 'describe-pupil',
      tried: ['check-conditions'],
      typed: ordinary['check-conditions'],
    });
  });

  test('for a group the group is next', async () => {
    const fields = { ...ordinary['check-conditions'], target: 'group' };
    const { outcome } = await world.submit(checkConditions, {}, fields);
    expect(outcome).toMatchObject({ reply: { form: 'describe-group' } });
  });

  test('something missing: the same form, a sentence at the field, the rest as typed', async () => {
    const { outcome, form } = await world.submit(checkConditions, {}, { danger: 'no', source: 'parent' });
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
    const { outcome, draftId } = await world.submit(checkConditions, {}, { danger: 'yes' });
    expect(outcome).toMatchObject({ reply: { show: 'intake-stopped', with: { draftId } } });
    expect(await world.draft()).toMatchObject({ step: 'check-conditions', state: 'open', typed: { danger: 'yes' } });
    const seen = await world.see(intakeStopped, { draftId });
    expect(seen).toMatchObject({ heading: 'Zoek nu eerst hulp' });
    expect(JSON.stringify(seen)).toContain('1813');
  });

  test('what has to happen first, and who helps (R2)', async () => {
    const fields = { ...ordinary['check-conditions'], carePhase: 'increased-care', indication: 'no' };
    const { draftId } = await world.submit(checkConditions, {}, fields);
    const seen = await world.see(intakeStopped, { draftId });
    expect(seen?.['stops']).toMatchObject([
      { heading: 'Eerst de uitbreiding van zorg' },
      { heading: 'Eerst de indicatiestelling' },
    ]);
  });

  test('the lines of the phase that comes first are told once, with who helps in the region of the CLB', async () => {
    const fields = { ...ordinary['check-conditions'], carePhase: 'increased-care', indication: 'no' };
    const { draftId } = await world.submit(checkConditions, {}, fields);
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
    const begun = await world.submit(
      checkConditions,
      {},
      { ...ordinary['check-conditions'], carePhase: 'broad-basic-care' },
    );
    const seen = await world.see(intakeStopped, { draftId: begun.draftId });
    expect(seen).toMatchObject({ lines: { phase: 'basic-and-increased' } });
    expect(JSON.stringify(seen)).toContain('Pedagogische begeleidingsdienst');
    const danger = await world.submit(checkConditions, {}, { danger: 'yes' });
    expect(await world.see(intakeStopped, { draftId: danger.draftId })).toMatchObject({ lines: null });
  });
});
