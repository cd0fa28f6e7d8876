import { expect, test } from '@jest/globals';
import type { RoundTableId } from '../../../../src/domain/ids.js';
import { roundTableJobs, wakeKey } from '../../../../src/domain/round-table/clocks.js';
import { roundTableEvent } from '../../../../src/domain/round-table/events.js';
import { cancelRoundTable } from '../../../../src/features/case/round-table/cancel-round-table.js';
import { confirmRoundTable } from '../../../../src/features/case/round-table/confirm-round-table.js';
import { handOverRoundTable } from '../../../../src/features/case/round-table/hand-over-round-table.js';
import { missRoundTable } from '../../../../src/features/case/round-table/miss-round-table.js';
import { planRoundTable } from '../../../../src/features/case/round-table/plan-round-table.js';
import { storeDues } from '../../../../src/platform/storage/dues.js';
import { monday10 } from '../../../support/given.js';
import { onStage } from '../referral/on-stage.js';
import { atClb, atDesk, atProvider, stranger, uuid } from '../referral/world.js';
import { begun, happens, held, planned, tableId, toPlan } from './world.js';

const on = onStage();
const of = { roundTableId: tableId };
const table = async () => (await on.stage.read.roundTable(tableId))!.table;
const typed = { on: '2026-12-10', at: '14:00', venue: 'school', invited: 'clb,provider' };

test('who organises plans; the other side is told that, a stranger that it is not his', async () => {
  await toPlan(on.world);
  expect(await on.stage.press(planRoundTable, { ...of, ...typed }, { by: stranger() })).toEqual({
    refused: 'not-yours',
  });
  expect(await on.stage.press(planRoundTable, { ...of, ...typed }, { by: atClb() })).toEqual({
    refused: 'only-organiser',
  });
  await on.stage.press(planRoundTable, { ...of, ...typed }, { by: atProvider() });
  expect(await table()).toMatchObject({ state: 'planned', appointment: { sequence: 0, venue: 'school' } });
});

test('handed over, the other side organises it; the desk may do all in its name', async () => {
  await toPlan(on.world);
  await on.stage.press(handOverRoundTable, of, { by: atProvider() });
  expect((await table()).organiser).toBe('clb');
  expect(await on.stage.press(handOverRoundTable, of, { by: atProvider() })).toEqual({ refused: 'only-organiser' });
  await on.stage.press(handOverRoundTable, of, { by: atDesk() });
  expect((await table()).organiser).toBe('provider');
});

test('that it was held is not said before it has begun', async () => {
  await planned(on.world);
  expect(await on.stage.press(confirmRoundTable, of, { by: atClb() })).toMatchObject({
    refused: 'round-table-to-come',
  });
});

test('pressed again, held stays held; put right, another moment is sought', async () => {
  await begun(on.world);
  await on.stage.press(confirmRoundTable, of, { by: atClb() });
  const { version } = await table();
  await on.stage.press(confirmRoundTable, of, { by: atProvider() });
  expect(await table()).toMatchObject({ state: 'held', version });
  await on.stage.press(missRoundTable, of, { by: atProvider() });
  expect(await table()).toMatchObject({ state: 'to-plan', appointment: { sequence: 1 } });
});

test('a wrong “gehouden” is put right within a week; after it what was said stands, and the present state is shown', async () => {
  await held(on.world);
  on.stage.now = new Date(on.stage.now.getTime() + 7 * 86_400_000);
  const { since } = await table();
  expect(since).toEqual(new Date('2026-11-25T08:00:00Z'));
  on.stage.now = new Date(on.stage.now.getTime() + 1);
  expect(await on.stage.press(missRoundTable, of, { by: atClb() })).toMatchObject({
    refused: 'round-table-settled',
    show: { view: 'round-table' },
  });
  on.stage.now = new Date(since.getTime() + 7 * 86_400_000);
  await on.stage.press(missRoundTable, of, { by: atClb() });
  expect((await table()).state).toBe('to-plan');
});

test('after one that was held a next one is planned; the first can then no longer be changed', async () => {
  await held(on.world);
  await on.stage.press(planRoundTable, { ...of, ...typed, kind: 'closing' }, { by: atProvider() });
  const facts = await on.stage.read.roundTable(tableId);
  expect(facts!.roundTables).toMatchObject([
    { kind: 'start', state: 'held' },
    { kind: 'closing', state: 'planned' },
  ]);
  expect(await on.stage.press(planRoundTable, { ...of, ...typed }, { by: atProvider() })).toMatchObject({
    refused: 'outdated',
  });
});

test('a closing one that is called off for good asks nothing more; after its place nothing can be done', async () => {
  await held(on.world);
  await on.stage.press(planRoundTable, { ...of, ...typed, kind: 'closing' }, { by: atProvider() });
  const next = (await on.stage.read.roundTable(tableId))!.roundTables[1]!;
  await on.stage.press(cancelRoundTable, { roundTableId: next.id, again: 'no' }, { by: atProvider() });
  expect((await on.stage.read.roundTable(next.id))!.table.state).toBe('dropped');
  await on.world.happened(42, 'withdrawn', { reason: 'solved' }, { side: 'clb' });
  expect(await on.stage.press(missRoundTable, of, { by: atClb() })).toMatchObject({ refused: 'outdated' });
});

test('the clocks of a planned round table are no orphans; one of a table that is over, or not there, is', async () => {
  await planned(on.world);
  expect(await on.stage.read.orphanClocks()).toEqual([]);
  const { placed, gone } = { placed: await table(), gone: uuid<RoundTableId>('0ff') };
  await happens(
    on.world,
    roundTableEvent('held', {}, { at: placed.since, side: 'desk', personId: null, organisationId: null }),
  );
  const of = (id: RoundTableId) =>
    roundTableJobs.wake.at(monday10, wakeKey(id, 'ask'), { roundTableId: id, what: 'ask' });
  const late = [of(tableId), of(gone)];
  await on.stage.database.kysely.transaction().execute((trx) => storeDues(trx, late, []));
  expect((await on.stage.read.orphanClocks()).sort()).toEqual(late.map(({ key }) => key).sort());
});
