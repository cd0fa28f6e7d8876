import { sql, type Transaction } from 'kysely';
import type { TrailId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';
import { emptyDrafts } from './draft-keys.js';
import { forgetKey } from './trail-keys.js';
import { trailParts, type TrailPart } from './trail-parts.js';

/**
 * Notes that a trail is erased, and takes away what is sealed of it and by what its pupil could be known again, everywhere on the list (`trail-parts.ts`). Its key is overwritten after the transaction
 * ({@link destroyErasedKeys}): what is taken back was not erased.
 */
export async function eraseTrail(trx: Transaction<Schema>, id: TrailId, at: Date): Promise<void> {
  forgetKey(trx, id);
  await trx
    .insertInto('erasure')
    .columns(['trailId', 'keySlot', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('trail')
        .select(['id', 'keySlot', eb.val(at).as('at')])
        .where('id', '=', id),
    )
    .onConflict((oc) => oc.doNothing())
    .execute();
  await trx.updateTable('trail').set({ keySlot: null, wrappedKey: null }).where('id', '=', id).execute();
  await emptyDrafts(trx, sql<boolean>`x.trail_id = ${id}`, { at, most: null });
  for (const part of trailParts) await erasePart(trx, part, id);
}

async function erasePart(trx: Transaction<Schema>, part: TrailPart, id: TrailId): Promise<void> {
  const [table, of] = [sql.table(part.table), part.of(sql`${id}::uuid`)];
  if (part.erased === 'row') await sql`delete from ${table} x where ${of}`.execute(trx);
  if (part.erased === 'sealed' && part.sealed !== null) {
    const column = sql.id(part.sealed);
    await sql`update ${table} x set ${column} = null where x.${column} is not null and ${of}`.execute(trx);
  }
}
