import { sql, type Transaction } from 'kysely';
import {
  amountsOf,
  contributionsOf,
  countingVersion,
  keyOfLine,
  type Amount,
} from '../../../domain/figures/counting/index.js';
import type { TrailId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';
import type { Days } from './days.js';
import { numbersFor, type LineNumbers } from './line-numbers.js';
import { loadTrails } from './load-trails.js';
import { never, pack, unpack, type Stored } from './packed.js';
import type { Db } from './progress.js';

/** What a trail adds now. */
export interface Added {
  readonly trailId: TrailId;
  readonly amounts: readonly Amount[];
  readonly againAt: Date | null;
}

/** What these trails add by everything that happened up to now. */
export async function addedBy(db: Db, trails: readonly TrailId[], days: Days, now: Date): Promise<Added[]> {
  const loaded = await loadTrails(db, trails);
  return [...loaded].map(([trailId, trail]) => {
    const { contributions, again } = contributionsOf(trail, days, now);
    return { trailId, amounts: amountsOf(contributions), againAt: again };
  });
}

/** What these trails had added before. */
export async function storedOf(db: Db, trails: readonly TrailId[]): Promise<Stored[]> {
  if (trails.length === 0) return [];
  const rows = await db
    .selectFrom('figureTrail')
    .select('amounts')
    .where('trailId', 'in', [...trails])
    .execute();
  return rows.flatMap(({ amounts }) => unpack(amounts));
}

/** What has to be added where, and taken off: of all trails together. */
function difference(before: readonly Stored[], after: readonly Stored[]): Stored[] {
  const found = new Map<string, Stored>();
  const add = (one: Stored, sign: 1 | -1): void => {
    const key = `${one.lineId} ${one.day} ${one.until ?? ''} ${one.value}`;
    found.set(key, { ...one, count: (found.get(key)?.count ?? 0) + sign * one.count });
  };
  for (const one of before) add(one, -1);
  for (const one of after) add(one, 1);
  return [...found.values()].filter(({ count }) => count !== 0);
}

async function storeCounts(trx: Transaction<Schema>, all: readonly Stored[]): Promise<void> {
  if (all.length === 0) return;
  const columns = sql`unnest(${all.map(({ lineId }) => lineId)}::integer[], ${all.map(({ day }) => day)}::date[],
    ${all.map(({ until }) => until ?? never)}::date[], ${all.map(({ value }) => value)}::integer[],
    ${all.map(({ count }) => count)}::integer[]) as one (line_id, day, until, value, count)`;
  await sql`insert into figure_count (line_id, day, until, value, count)
    select * from ${columns} order by line_id, day, until, value
    on conflict (line_id, day, until, value) do update set count = figure_count.count + excluded.count`.execute(trx);
  if (all.some(({ count }) => count < 0))
    await sql`delete from figure_count c using ${columns} where one.count < 0 and c.count = 0 and c.line_id = one.line_id
      and c.day = one.day and c.until = one.until and c.value = one.value`.execute(trx);
}

/**
 * Counts these trails: what they add now is put in the place of what they had added. `upto`: what happened up to there cannot change
 * any more. Gives the numbers of their lines.
 */
export async function countTrails(
  trx: Transaction<Schema>,
  trails: readonly TrailId[],
  known: ReadonlyMap<string, number>,
  { upto, days, now }: { readonly upto: number; readonly days: Days; readonly now: Date },
): Promise<LineNumbers> {
  if (trails.length === 0) return new Map();
  const before = await storedOf(trx, trails);
  const added = await addedBy(trx, trails, days, now);
  const numbers = await numbersFor(
    trx,
    known,
    added.flatMap(({ amounts }) => amounts.map(({ line }) => line)),
  );
  const numbered = added.map(({ amounts, ...one }) => ({
    ...one,
    amounts: amounts.map(({ line, ...amount }): Stored => ({ ...amount, lineId: numbers.get(keyOfLine(line)) ?? 0 })),
  }));
  await storeCounts(
    trx,
    difference(
      before,
      numbered.flatMap(({ amounts }) => amounts),
    ),
  );
  const rows = numbered.map(({ trailId, againAt, amounts }) => ({ trailId, againAt, amounts: pack(amounts) }));
  await trx
    .insertInto('figureTrail')
    .values(rows.map((row) => ({ ...row, upto, version: countingVersion })))
    .onConflict((oc) =>
      oc.column('trailId').doUpdateSet((eb) => ({
        upto,
        version: countingVersion,
        againAt: eb.ref('excluded.againAt'),
        amounts: eb.ref('excluded.amounts'),
      })),
    )
    .execute();
  return numbers;
}
