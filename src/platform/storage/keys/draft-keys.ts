import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { DraftId, TrailId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';
import type { TrailKey } from './key-store.js';

/** As what an intake has a key in the key file: by its own id, in the place of that of a trail. */
export const ownerOf = (draft: DraftId): TrailId => draft as string as TrailId;

/** The own key of an intake; null: it has none. */
export const draftKey = (draft: DraftId, slot: number | null): TrailKey | null =>
  slot === null ? null : { trailId: ownerOf(draft), slot };

/**
 * Takes away what was filled in in these intakes `x`, at most so many (null: all), and notes that their own keys are to be overwritten: the
 * trail goes on. Gives how many.
 */
export async function emptyDrafts(
  trx: Transaction<Schema>,
  which: RawBuilder<boolean>,
  { at, most }: { readonly at: Date; readonly most: number | null },
): Promise<number> {
  const { rows } = await sql<{ id: DraftId }>`select x.id from draft x
    where (x.sealed is not null or x.key_slot is not null) and ${which} order by x.updated_at limit ${most} for update`.execute(
    trx,
  );
  if (rows.length === 0) return 0;
  const ids = sql`${rows.map(({ id }) => id)}::uuid[]`;
  await sql`insert into erasure (trail_id, key_slot, at) select id, key_slot, ${at} from draft
    where id = any(${ids}) and key_slot is not null on conflict do nothing`.execute(trx);
  await sql`update draft set sealed = null, key_slot = null where id = any(${ids})`.execute(trx);
  return rows.length;
}
