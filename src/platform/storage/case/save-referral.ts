import type { Transaction } from 'kysely';
import type { Referral } from '../../../domain/case/referral.js';
import type { Schema } from '../rows/schema.js';
import { storeVersion } from '../rows/store-version.js';
import { referralRow } from './referral-row.js';

type Trx = Transaction<Schema>;

/** Stores the row that its events have made: a new one, or exactly the version that was read. Throws `VersionConflict`. */
export async function saveReferral(trx: Trx, before: Referral | null, after: Referral): Promise<Referral> {
  const readVersion = before?.version ?? 0;
  const stored = { ...after, version: readVersion + 1 };
  await storeVersion(trx, 'referral', readVersion, referralRow(stored));
  return stored;
}
