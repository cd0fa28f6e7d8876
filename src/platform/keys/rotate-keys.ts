import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReferralId, TrailId } from '../../domain/ids.js';
import type { Database } from '../storage/connection.js';
import { newestIdentity } from '../storage/newest-identity.js';
import { putMarks } from '../storage/pupil-marks.js';
import type { Schema } from '../storage/rows/schema.js';
import { noteKeys } from './key-check.js';
import type { Keys, Sealer } from '../storage/keys/seal.js';
import { asTrailKey } from '../storage/keys/trail-keys.js';

type Trx = Transaction<Schema>;

/** So many rows are looked at in one transaction. */
const atOnce = 200;

/** How far it is: so many of the rows of this part are done. */
export interface RotationProgress {
  readonly part: 'keys' | 'pupils';
  readonly done: number;
  readonly of: number;
}

/** What was done. */
export interface Rotated {
  /** Keys of trails and intakes that were sealed anew. */
  readonly renewed: number;
  /** Referrals whose pupil got new marks. */
  readonly marked: number;
  /** Referrals whose file cannot be opened any more: their pupil is not recognised again. */
  readonly unmarked: number;
}

/**
 * Brings a database under the present keys of the environment: the key of every trail is sealed by the present data key, in its slot
 * (what is sealed under it stays as it is), the pupils get marks by the present index key, and the keys are noted. Broken off, it goes on
 * where it was when it is run again. Throws when a trail opens with neither data key: then nothing is noted.
 */
export async function rotateKeys(
  { kysely }: Database,
  keys: Keys,
  sealer: Sealer,
  onProgress: (progress: RotationProgress) => void = () => undefined,
): Promise<Rotated> {
  let [renewed, before] = [0, 0];
  const of = (await countOf(kysely, 'trail')) + (await countOf(kysely, 'draft'));
  for (const table of ['trail', 'draft'] as const) {
    const slice = await inSlices(
      async (after) => kysely.transaction().execute((trx) => renewSome(trx, sealer, table, after)),
      0,
      (done) => onProgress({ part: 'keys', done: before + done, of: Math.max(of, before + done) }),
    );
    renewed += slice.changed;
    before += slice.looked;
  }
  const marked = await inSlices(
    async (after) => kysely.transaction().execute((trx) => markSome(trx, sealer, after)),
    await countOf(kysely, 'blind_index'),
    (done, of) => onProgress({ part: 'pupils', done, of }),
  );
  await noteKeys(kysely, keys);
  return { renewed, marked: marked.changed, unmarked: marked.looked - marked.changed };
}

/** What came of one slice; `last` null: there is nothing after it. */
interface Slice {
  readonly looked: number;
  readonly changed: number;
  readonly last: string | null;
}

async function inSlices(
  slice: (after: string | null) => Promise<Slice>,
  of: number,
  onProgress: (done: number, of: number) => void,
): Promise<Omit<Slice, 'last'>> {
  let [looked, changed] = [0, 0];
  for (let after: string | null = null; ;) {
    const done: Slice = await slice(after);
    looked += done.looked;
    changed += done.changed;
    onProgress(looked, Math.max(of, looked));
    if (done.last === null) return { looked, changed };
    after = done.last;
  }
}

/** The rows are held: who erases one meanwhile waits, and overwrites its key afterwards, so that it is not brought back. */
async function renewSome(trx: Trx, sealer: Sealer, table: 'trail' | 'draft', after: string | null): Promise<Slice> {
  const { rows } = await sql<{ id: TrailId; keySlot: number }>`select id, key_slot as "keySlot" from ${sql.table(table)}
    where key_slot is not null and id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by id limit ${atOnce} for update`.execute(trx);
  let changed = 0;
  for (const { id, keySlot } of rows) {
    const key = asTrailKey(id, keySlot);
    if (key !== null && (await sealer.renewKey(key))) changed++;
  }
  return { looked: rows.length, changed, last: rows.at(-1)?.id ?? null };
}

async function markSome(trx: Trx, sealer: Sealer, after: string | null): Promise<Slice> {
  const rows = await trx
    .selectFrom('blindIndex')
    .selectAll()
    .$if(after !== null, (query) => query.where('referralId', '>', after as ReferralId))
    .orderBy('referralId')
    .limit(atOnce)
    .forUpdate()
    .execute();
  let changed = 0;
  for (const row of rows) {
    const identity = await newestIdentity(trx, sealer, row.referralId);
    // Marks by a key that is no longer there find nobody, and are still about somebody: they go.
    await putMarks(trx, row, identity === null ? null : sealer.marks(row.clbId, identity));
    if (identity !== null) changed++;
  }
  return { looked: rows.length, changed, last: rows.at(-1)?.referralId ?? null };
}

async function countOf(kysely: Kysely<Schema>, table: 'trail' | 'draft' | 'blind_index'): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}`.execute(
    kysely,
  );
  return rows[0]?.count ?? 0;
}
