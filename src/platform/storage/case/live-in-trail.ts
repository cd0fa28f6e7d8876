import type { Kysely, Transaction } from 'kysely';
import type { Referral } from '../../../domain/case/referral.js';
import { liveStates } from '../../../domain/case/states.js';
import type { TrailId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';
import { asReferral } from './load-case.js';

/** What still runs in a trail, or has ended and could begin again, oldest first. */
export async function liveInTrail(db: Kysely<Schema> | Transaction<Schema>, trailId: TrailId): Promise<Referral[]> {
  const rows = await db
    .selectFrom('referral')
    .selectAll()
    .where('trailId', '=', trailId)
    .where('state', 'in', [...liveStates, 'completed'])
    .orderBy('registeredAt')
    .orderBy('reference')
    .execute();
  return rows.map(asReferral);
}
