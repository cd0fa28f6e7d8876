import { cancelRoundTable } from '../../../../src/features/case/round-table/cancel-round-table.js';
import { moveRoundTable } from '../../../../src/features/case/round-table/move-round-table.js';
import { planRoundTable } from '../../../../src/features/case/round-table/plan-round-table.js';
import { roundTableUpdate } from '../../../../src/features/case/round-table/round-table-update.js';
import { roundTable } from '../../../../src/features/case/round-table/round-table.js';
import { checkDrawings, drawForm, drawView, type Drawing } from '../referral/check-drawings.js';
import { atProvider, type CaseWorld } from '../referral/world.js';
import { calledOff, held, interim, planned, tableId, toPlan, begun, left } from './world.js';

const of = { roundTableId: tableId };
const card = (name: string, given: (world: CaseWorld) => Promise<void>, side: string, id = tableId): Drawing =>
  drawView('round-table', roundTable, name, { roundTableId: id, side }, given);
const told = (name: string, what: string, given: (world: CaseWorld) => Promise<void>): Drawing =>
  drawView(
    'round-table',
    roundTableUpdate,
    name,
    { ...of, what, was: '2026-11-24T13:00:00.000Z', is: '2026-11-26T13:00:00.000Z' },
    given,
  );
const form = (
  action: { slug: string },
  name: string,
  given: (world: CaseWorld) => Promise<void>,
  around: Parameters<typeof drawForm>[5] = {},
): Drawing =>
  drawForm('round-table', action, name, { ...of, side: 'provider' }, given, { by: atProvider(), ...around });

checkDrawings([
  card('the provider plans it', toPlan, 'provider'),
  card('the other side waits', toPlan, 'clb'),
  card('planned', planned, 'provider'),
  card('planned, for the CLB', planned, 'clb'),
  card('was it held', begun, 'provider'),
  card('held', held, 'clb'),
  card('called off', calledOff, 'clb'),
  card('left, before the desk', left, 'desk'),
  told('moved', 'moved', planned),
  told('tomorrow', 'reminded', planned),
  form(planRoundTable, 'opened', toPlan),
  form(planRoundTable, 'the next one', interim),
  form(planRoundTable, 'what is wrong', toPlan, {
    filled: {
      typed: { on: '2020-01-01', at: '25' },
      errors: { on: 'date-passed', at: 'time-wrong', url: 'url-missing', location: 'location-personal' },
    },
  }),
  form(moveRoundTable, 'opened', planned),
  form(cancelRoundTable, 'the first', planned),
  form(cancelRoundTable, 'an interim one', interim),
]);
