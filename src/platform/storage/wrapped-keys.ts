import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './rows/schema.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Keys of trails that a transaction has read: its own acts need not read them again. They go with the transaction. */
const read = new WeakMap<Db, Map<string, string | null>>();

const keysOf = (db: Db): Map<string, string | null> | null => {
  if (!db.isTransaction) return null;
  const known = read.get(db) ?? new Map<string, string | null>();
  read.set(db, known);
  return known;
};

/** Notes a key that was read beside something else. */
export const rememberKey = (db: Db, trailId: string, key: string | null): void => void keysOf(db)?.set(trailId, key);

/** Notes that a trail's key is not what it was: made, or destroyed. */
export const forgetKey = (db: Db, trailId: string): void => void keysOf(db)?.delete(trailId);

/** The wrapped key of a trail, or null when it was erased. */
export async function wrappedKeyOf(db: Db, trailId: string): Promise<string | null> {
  const known = keysOf(db)?.get(trailId);
  if (known !== undefined) return known;
  const row = await db
    .selectFrom('trail')
    .select('wrappedKey')
    .where('id', '=', trailId as never)
    .executeTakeFirst();
  const key = row?.wrappedKey ?? null;
  rememberKey(db, trailId, key);
  return key;
}

/** The wrapped key of a trail under which something new is sealed; one that was erased takes nothing new. */
export async function trailKeyOf(db: Db, trailId: string): Promise<string> {
  const key = await wrappedKeyOf(db, trailId);
  if (key === null) throw new Error('this trail was erased');
  return key;
}
