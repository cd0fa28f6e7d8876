import { expect, test } from '@jest/globals';
import { agreeSchool } from '../../../../src/features/case/trajectory/agree-school.js';
import { confirmRoundTable } from '../../../../src/features/case/round-table/confirm-round-table.js';
import { onStage } from '../referral/on-stage.js';
import { atClb, atDesk, atProvider, stranger, uuid } from '../referral/world.js';
import { begun, tableId } from '../round-table/world.js';
import { agreed, afterTable, closed, started, trajectoryId } from './world.js';

const on = onStage();
const of = { trajectoryId };
const plan = async () => (await on.stage.read.trajectory(trajectoryId))!.trajectory.schoolPlan;
const typed = { ...of, at: 'start,closing', every: '4', consent: 'yes' };

test('the form proposes what is usual, and takes nobody’s consent for granted', async () => {
  await afterTable(on.world);
  expect(await on.stage.form(agreeSchool, of, { by: atProvider() })).toMatchObject({
    typed: { at: 'start,closing', every: '6', consent: null },
    noSchool: null,
  });
});

test('either side agrees it, or the desk; nobody else', async () => {
  await started(on.world);
  expect(await on.stage.press(agreeSchool, typed, { by: stranger() })).toEqual({ refused: 'not-yours' });
  await on.stage.press(agreeSchool, typed, { by: atClb() });
  expect(await plan()).toEqual({ at: ['start', 'closing'], everyWeeks: 4, consent: 'yes' });
  await on.stage.press(agreeSchool, { ...typed, at: '', every: 'none' }, { by: atProvider() });
  expect(await plan()).toEqual({ at: [], everyWeeks: null, consent: 'yes' });
  await on.stage.press(agreeSchool, { ...typed, consent: 'no' }, { by: atDesk() });
  expect((await plan())?.consent).toBe('no');
});

test('the same again is nothing new; what is over is not agreed on any more', async () => {
  await agreed(on.world);
  const version = async () => (await on.stage.read.trajectory(trajectoryId))!.trajectory.version;
  const before = await version();
  await on.stage.press(agreeSchool, { ...of, at: 'closing', every: '4', consent: 'to-ask' }, { by: atClb() });
  expect(await version()).toBe(before);
});

test('a trajectory that ended keeps what was agreed', async () => {
  await closed(on.world);
  expect(await on.stage.press(agreeSchool, typed, { by: atClb() })).toMatchObject({ refused: 'outdated' });
});

test('“gehouden” of the first round table asks it, with what is usual; once it was agreed it is not asked again', async () => {
  await begun(on.world);
  const table = { roundTableId: tableId, side: 'clb' };
  expect(await on.stage.press(confirmRoundTable, table, { by: atClb() })).toMatchObject({
    reply: { form: 'agree-school', with: { side: 'clb' } },
  });
  const { id } = (await on.stage.read.caseOf(uuid('42')))!.trajectories[0]!;
  await on.stage.press(agreeSchool, { ...typed, trajectoryId: id }, { by: atClb() });
  expect(await on.stage.press(confirmRoundTable, table, { by: atClb() })).toMatchObject({
    reply: { show: 'round-table' },
  });
});
