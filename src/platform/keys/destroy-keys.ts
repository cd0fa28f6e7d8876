import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import type { TrailId } from '../../domain/ids.js';
import type { Database } from '../storage/connection.js';
import { emptyDrafts } from '../storage/keys/draft-keys.js';
import { eraseTrail } from '../storage/keys/erase-trail.js';
import { hasKeyFile } from '../storage/keys/key-file.js';
import type { TrailKey } from '../storage/keys/key-store.js';
import type { Sealer } from '../storage/keys/seal.js';

/** So many erasures are looked at in one statement. */
const atOnce = 500;

/** Where the list of erasures stands: beside the key file, and a line for each. Ids only: copied elsewhere it tells of nobody. */
const listOf = (keyFile: string): string => `${keyFile}.erased`;

/**
 * Overwrites the keys of what was erased since: noted first in the list beside the key file, by which a backup that is restored is
 * erased again. Gives how many. Run again after a failure it goes on where it was; several processes may run it at once.
 */
export async function destroyErasedKeys(
  { kysely }: Pick<Database, 'kysely'>,
  sealer: Sealer,
  now: Date,
): Promise<number> {
  let destroyed = 0;
  for (;;) {
    const rows = await kysely
      .selectFrom('erasure')
      .selectAll()
      .where('destroyedAt', 'is', null)
      .orderBy('trailId')
      .limit(atOnce)
      .execute();
    if (rows.length === 0) return destroyed;
    const keys = rows.flatMap(({ trailId, keySlot }) => (keySlot === null ? [] : [{ trailId, slot: keySlot }]));
    await appendToList(listOf(sealer.keyFile), keys, now);
    for (const key of keys) await sealer.destroyKey(key);
    await kysely
      .updateTable('erasure')
      .set({ destroyedAt: now })
      .where(
        'trailId',
        'in',
        rows.map(({ trailId }) => trailId),
      )
      .execute();
    destroyed += keys.length;
  }
}

async function appendToList(path: string, keys: readonly TrailKey[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  const list = await open(path, 'a', 0o600);
  try {
    await list.write(keys.map(({ trailId, slot }) => `${trailId} ${slot} ${now.toISOString()}\n`).join(''));
    await list.sync();
  } finally {
    await list.close();
  }
}

/**
 * Erases again what was erased before the database, or the key file, was restored from a backup: by the list beside the key file and
 * by what the database itself has noted. What is as it must be is left alone. Gives how many trails were erased again.
 */
export async function replayErasures(database: Database, sealer: Sealer, now: Date): Promise<number> {
  let again = 0;
  for await (const keys of inSlices(listed(listOf(sealer.keyFile)))) {
    for (const key of keys) await sealer.destroyKey(key);
    again += await eraseStanding(database, keys, now);
  }
  for await (const keys of noted(database)) for (const key of keys) await sealer.destroyKey(key);
  await destroyErasedKeys(database, sealer, now);
  return again;
}

/** Trails and intakes of the list that stand in the database as if nothing had happened. */
const eraseStanding = ({ kysely }: Database, keys: readonly TrailKey[], now: Date): Promise<number> =>
  kysely.transaction().execute(async (trx) => {
    const standing = await trx
      .selectFrom('trail')
      .select('id')
      .where(
        'id',
        'in',
        keys.map(({ trailId }) => trailId),
      )
      .where('keySlot', 'is not', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const { id } of standing) await eraseTrail(trx, id, now);
    // By slot too: what was filled in after its own key was taken away is no longer what was erased.
    const [ids, slots] = [keys.map(({ trailId }) => trailId), keys.map(({ slot }) => slot)];
    const isListed = sql<boolean>`(x.id, x.key_slot) in (select * from unnest(${ids}::uuid[], ${slots}::bigint[]))`;
    const drafts = await emptyDrafts(trx, isListed, { at: now, most: null });
    return standing.length + drafts;
  });

/** The keys that the list names. Throws at a line that is none: a list that was cut or typed over erases too little. */
async function* listed(path: string): AsyncGenerator<TrailKey> {
  if (!hasKeyFile(path)) return;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line === '') continue;
    const [, trailId, slot] = /^([0-9a-f-]{36}) (\d+)( |$)/.exec(line) ?? [];
    if (trailId === undefined) throw new Error(`${path} has a line that names no erased trail`);
    yield { trailId: trailId as TrailId, slot: Number(slot) };
  }
}

/** The keys of what the database has noted as erased and overwritten. */
async function* noted({ kysely }: Database): AsyncGenerator<TrailKey[]> {
  for (let after: TrailId | null = null; ;) {
    const rows: { trailId: TrailId; keySlot: number | null }[] = await kysely
      .selectFrom('erasure')
      .select(['trailId', 'keySlot'])
      .where('destroyedAt', 'is not', null)
      .$if(after !== null, (query) => query.where('trailId', '>', after as TrailId))
      .orderBy('trailId')
      .limit(atOnce)
      .execute();
    yield rows.flatMap(({ trailId, keySlot }) => (keySlot === null ? [] : [{ trailId, slot: keySlot }]));
    after = rows.at(-1)?.trailId ?? null;
    if (after === null) return;
  }
}

async function* inSlices(keys: AsyncGenerator<TrailKey>): AsyncGenerator<TrailKey[]> {
  let slice: TrailKey[] = [];
  for await (const key of keys) {
    slice.push(key);
    if (slice.length < atOnce) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
