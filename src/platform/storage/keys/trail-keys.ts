import { sql, type Kysely, type Transaction } from 'kysely';
import type { TrailId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';
import type { TrailKey } from './key-store.js';
import type { Sealer } from './seal.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Keys of trails that a transaction has read: its own acts need not read them again. They go with the transaction. */
const read = new WeakMap<Db, Map<TrailId, TrailKey | null>>();

const keysOf = (db: Db): Map<TrailId, TrailKey | null> | null => {
  if (!db.isTransaction) return null;
  const known = read.get(db) ?? new Map<TrailId, TrailKey | null>();
  read.set(db, known);
  return known;
};

/** Where a trail's key stands, from its row; null: it was erased. */
export const asTrailKey = (trailId: TrailId, slot: number | null): TrailKey | null =>
  slot === null ? null : { trailId, slot };

/** Notes a key that was read beside something else. */
export const rememberKey = (db: Db, trailId: TrailId, key: TrailKey | null): void => void keysOf(db)?.set(trailId, key);

/** Notes that a trail's key is not what it was: made, or destroyed. */
export const forgetKey = (db: Db, trailId: TrailId): void => void keysOf(db)?.delete(trailId);

/** The key of a trail, or null when it was erased. */
export async function trailKeyOrNull(db: Db, trailId: TrailId): Promise<TrailKey | null> {
  const known = keysOf(db)?.get(trailId);
  if (known !== undefined) return known;
  const row = await db.selectFrom('trail').select('keySlot').where('id', '=', trailId).executeTakeFirst();
  const key = asTrailKey(trailId, row?.keySlot ?? null);
  rememberKey(db, trailId, key);
  return key;
}

/** The key of a trail under which something new is sealed; one that was erased takes nothing new. */
export async function trailKeyOf(db: Db, trailId: TrailId): Promise<TrailKey> {
  const key = await trailKeyOrNull(db, trailId);
  if (key === null) throw new Error('this trail was erased');
  return key;
}

/**
 * Makes the key of a trail, in a slot that nobody else has. It stands on disk before the transaction ends: a transaction that is
 * taken back leaves a key for nothing, and never a row without its key. A restored database counts slots anew: those that were
 * used since are passed over.
 */
export async function newTrailKey(db: Db, sealer: Sealer, trailId: TrailId): Promise<TrailKey> {
  for (;;) {
    const { rows } = await sql<{ slot: number }>`select nextval('trail_key_slot') as slot`.execute(db);
    const key = asTrailKey(trailId, rows[0]?.slot ?? null);
    if (key !== null && (await sealer.makeKey(key))) return key;
  }
}
