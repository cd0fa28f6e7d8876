import { sql, type Transaction } from 'kysely';
import type { Typed } from '../../domain/draft.js';
import type { TrailId } from '../../domain/ids.js';
import type { Database } from '../storage/connection.js';
import type { Schema } from '../storage/rows/schema.js';
import type { FormerKeys } from '../storage/keys/former-keys.js';
import type { TrailKey } from '../storage/keys/key-store.js';
import type { Sealer } from '../storage/keys/seal.js';
import { newTrailKey } from '../storage/keys/trail-keys.js';
import { sealedKinds, type SealedKind, type SealedRow } from '../storage/keys/trail-parts.js';

type Trx = Transaction<Schema>;

/** So many trails are moved in one transaction. */
const atOnce = 50;

/** What was moved. */
export interface Moved {
  readonly trails: number;
  /** Sealed texts that did not open under the key of their trail: they stay as they are, and open no more than before. */
  readonly unopened: number;
}

/**
 * Gives every trail whose key still stands in the table a new key in the key file, and seals anew what it holds, for its row. The old
 * keys, which backups still hold, open nothing of what is stored from then on. Broken off, it goes on where it was; several
 * processes may run it at once. Throws when a key is wrapped by no key of the environment: nothing of that slice is stored.
 */
export async function moveKeys(
  database: Database,
  sealer: Sealer,
  former: FormerKeys,
  onProgress: (moved: number) => void = () => undefined,
): Promise<Moved> {
  let [trails, unopened] = [0, 0];
  for (;;) {
    const slice = await database.kysely.transaction().execute((trx) => moveSome(trx, sealer, former));
    trails += slice.trails;
    unopened += slice.unopened;
    if (slice.trails === 0) break;
    onProgress(trails);
  }
  if (trails > 0) await forgetInFiles(database);
  return { trails, unopened };
}

/** A table that was written anew no longer holds in its file what it held before. */
const forgetInFiles = (database: Database): Promise<void> =>
  database.unhurried(async (kysely) => {
    for (const table of new Set(Object.values(sealedKinds).map((one) => one.table)))
      await sql`vacuum (full) ${sql.table(table)}`.execute(kysely);
  });

async function moveSome(trx: Trx, sealer: Sealer, former: FormerKeys): Promise<Moved> {
  const rows = await trx
    .selectFrom('trail')
    .select(['id', 'wrappedKey'])
    .where('wrappedKey', 'is not', null)
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
    .execute();
  let unopened = 0;
  for (const { id, wrappedKey } of rows) {
    const old = await former.unwrap(wrappedKey as string);
    const key = await newTrailKey(trx, sealer, id);
    const again = new Resealing(sealer, former, old, key);
    await trx.updateTable('trail').set({ wrappedKey: null, keySlot: key.slot }).where('id', '=', id).execute();
    for (const kind of Object.keys(sealedKinds) as SealedKind[]) await moveRows(trx, again, kind, id);
    unopened += again.unopened;
  }
  return { trails: rows.length, unopened };
}

/** Opens under the old key what is sealed anew under the new one. */
class Resealing {
  unopened = 0;

  constructor(
    private readonly sealer: Sealer,
    private readonly former: FormerKeys,
    private readonly old: Uint8Array,
    private readonly key: TrailKey,
  ) {}

  async sealed(row: SealedRow, sealed: string): Promise<string> {
    const typed: Typed | null = await this.former.open(this.old, sealed).catch(() => null);
    if (typed !== null) return this.sealer.seal(this.key, row, typed);
    this.unopened += 1;
    return sealed;
  }
}

async function moveRows(trx: Trx, again: Resealing, kind: SealedKind, trailId: TrailId): Promise<void> {
  const { table, id, of, sealed } = sealedKinds[kind];
  const known = sql.join(
    id.map((column) => sql`x.${sql.id(column)}::text`),
    sql` || ':' || `,
  );
  const { rows } = await sql<{ at: string; sealed: string }>`select ${known} as at, x.${sql.id(sealed)} as sealed
    from ${sql.table(table)} x where x.${sql.id(sealed)} is not null and ${of(sql`${trailId}::uuid`)}`.execute(trx);
  for (const row of rows)
    await sql`update ${sql.table(table)} x set ${sql.id(sealed)} = ${await again.sealed(`${kind}:${row.at}`, row.sealed)}
      where ${known} = ${row.at} and ${of(sql`${trailId}::uuid`)}`.execute(trx);
}
