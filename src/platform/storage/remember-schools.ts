import { sql } from 'kysely';
import type { OrganisationId, ReferralId, TrailId } from '../../domain/ids.js';
import { schoolIn } from '../../domain/intake/index.js';
import type { Database } from './connection.js';
import { schoolRow } from './schools.js';
import type { Sealer } from './keys/seal.js';

/** So many files of a CLB are opened: the newest, of more schools than its list shows. */
const newest = 200;

interface SealedFile {
  readonly clbId: OrganisationId;
  readonly registeredAt: Date;
  readonly sealed: string;
  readonly referralId: ReferralId;
  readonly version: number;
  readonly trailId: TrailId;
  readonly slot: number;
}

/**
 * Gives each CLB of which no school is known the schools of its newest referrals, read from the sealed files: those of before
 * there was a list. Several processes may run it at once. Files that were erased or cannot be opened are passed over.
 */
export async function rememberSchools({ kysely }: Database, sealer: Sealer): Promise<void> {
  const { rows } = await sql<SealedFile>`
    select clb.id as "clbId", referral.registered_at as "registeredAt", file.sealed,
      referral.id as "referralId", file.version, trail.id as "trailId", trail.key_slot as slot
    from organisation clb
    cross join lateral (
      select * from referral where clb_id = clb.id order by registered_at desc limit ${newest}) as referral
    join trail on trail.id = referral.trail_id and trail.key_slot is not null
    cross join lateral (
      select * from case_file where referral_id = referral.id order by version desc limit 1) as file
    where clb.kind = 'clb' and not exists (select from school where organisation_id = clb.id)
    order by "registeredAt" desc`.execute(kysely);
  for (const { clbId, registeredAt, sealed, referralId, version, ...key } of rows) {
    const typed = await sealer.open(key, `file:${referralId}:${version}`, sealed).catch(() => null);
    const school = schoolIn(typed ?? {});
    if (school === null) continue;
    const row = schoolRow({ organisationId: clbId, ...school }, registeredAt);
    await kysely
      .insertInto('school')
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
}
