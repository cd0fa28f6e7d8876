import type { RoundTableId } from '../../../../src/domain/ids.js';
import { roundTableEvent, type RoundTableEvent } from '../../../../src/domain/round-table/events.js';
import type { RoundTable } from '../../../../src/domain/round-table/round-table.js';
import { bert, provider, uuid, type CaseWorld } from '../referral/world.js';

/** The round table of referral 42, under an id that is always the same. */
export const tableId = uuid<RoundTableId>('42a');

export const slot = {
  startsAt: new Date('2026-11-24T13:00:00Z'),
  endsAt: new Date('2026-11-24T14:30:00Z'),
  venue: 'school' as const,
  location: 'lokaal 3',
  url: null,
  invited: ['clb', 'provider', 'school', 'family'] as const,
};

const by = (at: Date) => ({ at, side: 'provider' as const, personId: bert.id, organisationId: provider.id });

/** The referral with a place, and its round table under the id of the tests. */
export async function toPlan(world: CaseWorld): Promise<void> {
  const { id } = await world.refers(42, { state: 'placed' });
  const { kysely } = world.stage.database;
  const [table] = (await world.stage.read.caseOf(id))!.roundTables;
  const was = table!.id;
  for (const key of ['message', 'due'] as const)
    await kysely.deleteFrom(key).where('key', 'like', `round-table:${was}%`).execute();
  await kysely.updateTable('roundTable').set({ id: tableId }).where('id', '=', was).execute();
}

const table = async (world: CaseWorld): Promise<RoundTable> => (await world.stage.read.roundTable(tableId))!.table;

/** Something that happened to it, whatever the rules say. */
export async function happens(world: CaseWorld, ...events: readonly RoundTableEvent[]): Promise<void> {
  await world.stage.happenAtTable({ id: tableId, before: await table(world), events });
}

export async function planned(world: CaseWorld): Promise<void> {
  await toPlan(world);
  await happens(world, roundTableEvent('planned', slot, by(world.stage.now)));
}
/** The day after: it is asked. */
export async function begun(world: CaseWorld): Promise<void> {
  await planned(world);
  world.stage.now = new Date('2026-11-25T08:00:00Z');
  await happens(world, roundTableEvent('asked', {}, { ...by(world.stage.now), side: 'clock', personId: null }));
}
export async function held(world: CaseWorld): Promise<void> {
  await begun(world);
  await happens(world, roundTableEvent('held', {}, by(world.stage.now)));
}
export async function calledOff(world: CaseWorld): Promise<void> {
  await planned(world);
  await happens(world, roundTableEvent('cancelled', { planBy: new Date('2026-11-30T13:00:00Z') }, by(world.stage.now)));
}
/** The first was held, so that a next one may be planned; or the planned one is itself an interim one. */
export async function interim(world: CaseWorld): Promise<void> {
  await held(world);
}
/** Nobody planned it: it stands before the desk. */
export async function left(world: CaseWorld): Promise<void> {
  await toPlan(world);
  world.stage.now = new Date('2026-12-04T09:00:00Z');
  const clock = { ...by(world.stage.now), side: 'clock' as const, personId: null, organisationId: null };
  await happens(
    world,
    roundTableEvent('followed-up', { owner: 'provider' }, clock),
    roundTableEvent('followed-up', { owner: 'desk' }, clock),
  );
}
