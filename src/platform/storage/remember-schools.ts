import { sql } from 'kysely';
import type { OrganisationId } from '../../domain/ids.js';
import { schoolIn } from '../../domain/intake/index.js';
import type { Database } from './connection.js';
import { schoolRow } from './schools.js';
import type { Sealer } from './seal.js';

/** So many files of a CLB are opened: the newest, of more schools than its list shows. */
const newest = 200;

interface SealedFile {
  readonly clbId: OrganisationId;
  readonly registeredAt: Date;
  readonly sealed: string;
  readonly wrappedKey: string;
}

/**
 * Gives each CLB of which no school is known the schools of its newest referrals, read from the sealed files: those of before
 * there was a list. Several processes may run it at once. Files that were erased or cannot be opened are passed over.
 */
export async function rememberSchools({ kysely }: Database, sealer: Sealer): Promise<void> {
  const { rows } = await sql<SealedFile>`
    select clb.id as "clbId", referral.registered_at as "registeredAt", file.sealed, trail.wrapped_key as "wrappedKey"
    from organisation clb
    cross join lateral (
      select * from referral where clb_id = clb.id order by registered_at desc limit ${newest}) as referral
    join trail on trail.id = referral.trail_id and trail.wrapped_key is not null
    cross join lateral (
      select * from case_file where referral_id = referral.id order by version desc limit 1) as file
    where clb.kind = 'clb' and not exists (select from school where organisation_id = clb.id)
    order by "registeredAt" desc`.execute(kysely);
  for (const { clbId, registeredAt, sealed, wrappedKey } of rows) {
    const school = schoolIn(await sealer.open(wrappedKey, sealed).catch(() => ({})));
    if (school === null) continue;
    const row = schoolRow({ organisationId: clbId, ...school }, registeredAt);
    await kysely
      .insertInto('school')
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
}
