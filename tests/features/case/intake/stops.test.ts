import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HelpLine } from '../../../../src/domain/helpline/help-line.js';
import { describePupil } from '../../../../src/features/case/intake/describe-pupil.js';
import { intakeStopped } from '../../../../src/features/case/intake/intake-stopped.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { helpLine, helpOrganisation } from '../../../support/given-directory.js';
import { ordinary, pointByPoint } from './intakes.js';
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

describe('what stops an intake', () => {
  test('danger is told where to go, also when nothing else is filled in (R20)', async () => {
    const { outcome, draftId } = await world.submit(describePupil, {}, { danger: 'yes' });
    expect(outcome).toMatchObject({ reply: { show: 'intake-stopped', with: { draftId } } });
    expect(await world.draft()).toMatchObject({ tried: [], state: 'open', typed: { danger: 'yes' } });
    const seen = await world.see(intakeStopped, { draftId });
    expect(seen).toMatchObject({ heading: 'Zoek nu eerst hulp' });
    expect(JSON.stringify(seen)).toContain('1813');
    const after = await world.press(describePupil, { draftId, ...ordinary['describe-pupil'], danger: 'no' });
    expect(after).toMatchObject({ reply: { form: 'describe-question' } });
  });

  test('what has to happen first, and who helps (R2)', async () => {
    const fields = { gate: 'no', carePhase: 'increased-care', indication: 'no' };
    const { draftId } = await world.submit(describePupil, {}, fields);
    const seen = await world.see(intakeStopped, { draftId });
    expect(seen?.['stops']).toMatchObject([
      { heading: 'Eerst de uitbreiding van zorg' },
      { heading: 'Eerst de indicatiestelling' },
    ]);
  });

  test('the lines of the phase that comes first are told once, with who helps in the region of the CLB', async () => {
    const fields = { gate: 'no', carePhase: 'increased-care', indication: 'no' };
    const { draftId } = await world.submit(describePupil, {}, fields);
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
    const begun = await world.submit(describePupil, {}, { carePhase: 'broad-basic-care' });
    const seen = await world.see(intakeStopped, { draftId: begun.draftId });
    expect(seen).toMatchObject({ lines: { phase: 'basic-and-increased' } });
    expect(JSON.stringify(seen)).toContain('Pedagogische begeleidingsdienst');
    const danger = await world.submit(describePupil, {}, { danger: 'yes' });
    expect(await world.see(intakeStopped, { draftId: danger.draftId })).toMatchObject({ lines: null });
  });

  test('what is missing stops it also when the statement was confirmed; nobody has to fill in a pupil first', async () => {
    const { outcome, draftId } = await world.submit(describePupil, {}, { gate: 'yes', agreedWithSchool: 'no' });
    expect(outcome).toMatchObject({ reply: { show: 'intake-stopped' } });
    const seen = await world.see(intakeStopped, { draftId });
    expect(seen).toMatchObject({ form: 'describe-pupil', stops: [{ heading: 'Eerst overleg met de school' }] });
  });

  test('not confirmed, and nothing said to be missing: that is asked, with everything as it was typed', async () => {
    const { gate: _, ...pupil } = ordinary['describe-pupil'];
    const { outcome, form } = await world.submit(describePupil, {}, pupil);
    expect(outcome).toMatchObject({ reply: { form: 'describe-pupil' } });
    expect(await form()).toMatchObject({
      wrong: { heading: 'Nog 1 ding na te kijken', text: 'Voorwaarden. Wat u typte, is bewaard.' },
    });
  });

  test('what was confirmed point by point before stays as good', async () => {
    const { gate: _, ...pupil } = ordinary['describe-pupil'];
    const { outcome } = await world.submit(describePupil, { typed: pointByPoint }, pupil);
    expect(outcome).toMatchObject({ reply: { form: 'describe-question' } });
  });
});
