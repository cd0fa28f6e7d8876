import type { Transaction } from 'kysely';
import type { Identity } from '../../domain/draft.js';
import { identityOf } from '../../domain/intake/index.js';
import type { ReferralId } from '../../domain/ids.js';
import type { Sealer } from './keys/seal.js';
import { asTrailKey } from './keys/trail-keys.js';
import type { Schema } from './rows/schema.js';

/** By whom the newest file of a referral is known; null: it was erased or does not open, or it names nobody. */
export async function newestIdentity(
  trx: Transaction<Schema>,
  sealer: Sealer,
  referral: ReferralId,
): Promise<Identity | null> {
  const file = await trx
    .selectFrom('caseFile')
    .innerJoin('trail', 'trail.id', 'caseFile.trailId')
    .select(['caseFile.sealed', 'caseFile.version', 'trail.id', 'trail.keySlot'])
    .where('caseFile.referralId', '=', referral)
    .orderBy('caseFile.version', 'desc')
    .executeTakeFirst();
  if (file === undefined) return null;
  const { id, keySlot, version, sealed } = file;
  const typed = await sealer.open(asTrailKey(id, keySlot), `file:${referral}:${version}`, sealed).catch(() => null);
  return typed === null ? null : identityOf(typed);
}
