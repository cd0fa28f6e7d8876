import type { Transaction } from 'kysely';
import type { Referral } from '../../../domain/case/referral.js';
import type { Schema } from '../rows/schema.js';
import { VersionConflict } from '../rows/version-conflict.js';
import { referralRow } from './referral-row.js';

type Trx = Transaction<Schema>;

/** Stores the row that its events have made: a new one, or exactly the version that was read. Throws {@link VersionConflict}. */
export async function saveReferral(trx: Trx, before: Referral | null, after: Referral): Promise<Referral> {
  const stored = { ...after, version: (before?.version ?? 0) + 1 };
  const values = referralRow(stored);
  const done =
    before === null
      ? await trx
          .insertInto('referral')
          .values(values)
          .onConflict((oc) => oc.doNothing())
          .returning('id')
          .executeTakeFirst()
      : await trx
          .updateTable('referral')
          .set(values)
          .where('id', '=', before.id)
          .where('version', '=', before.version)
          .returning('id')
          .executeTakeFirst();
  if (done === undefined) throw new VersionConflict('referral');
  return stored;
}
