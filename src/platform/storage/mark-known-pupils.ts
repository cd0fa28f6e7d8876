import type { Transaction } from 'kysely';
import type { Database } from './connection.js';
import { markRows } from './pupil-marks.js';
import type { BlindIndexRow, Schema } from './rows/schema.js';
import type { Sealer } from './keys/seal.js';
import { newestIdentity } from './newest-identity.js';

/** So many files are opened in one transaction. */
const atOnce = 100;

/**
 * Gives the pupils of referrals that were stored before marks existed their marks, read from the sealed files. Returns how
 * many were marked. Run again it finds nothing to do; several processes may run it at once. Files that were erased or
 * cannot be opened, and names that cannot be read, are passed over.
 */
export async function markKnownPupils({ kysely }: Database, sealer: Sealer): Promise<number> {
  let marked = 0;
  for (let after: string | null = null; ;) {
    const done: Done = await kysely.transaction().execute((trx) => markSome(trx, sealer, after));
    marked += done.marked;
    if (done.last === null) return marked;
    after = done.last;
  }
}

interface Done {
  readonly marked: number;
  /** The last referral that was looked at; null: there are no more. */
  readonly last: string | null;
}

/** The rows are locked: whoever stores a case file anew meanwhile waits, and puts its own marks over these. */
async function markSome(trx: Transaction<Schema>, sealer: Sealer, after: string | null): Promise<Done> {
  const rows = await trx
    .selectFrom('blindIndex')
    .selectAll()
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('pupilMark').select('digest').whereRef('pupilMark.referralId', '=', 'blindIndex.referralId'),
        ),
      ),
    )
    .$if(after !== null, (query) => query.where('referralId', '>', after as never))
    .orderBy('referralId')
    .limit(atOnce)
    .forUpdate()
    .execute();
  let marked = 0;
  for (const row of rows) if (await markOne(trx, sealer, row)) marked++;
  return { marked, last: rows.at(-1)?.referralId ?? null };
}

async function markOne(trx: Transaction<Schema>, sealer: Sealer, row: BlindIndexRow): Promise<boolean> {
  const identity = await newestIdentity(trx, sealer, row.referralId);
  if (identity === null) return false;
  await trx
    .insertInto('pupilMark')
    .values(markRows(row, sealer.marks(row.clbId, identity)))
    .onConflict((oc) => oc.doNothing())
    .execute();
  return true;
}
