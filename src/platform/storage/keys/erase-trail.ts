import type { Transaction } from 'kysely';
import type { TrailId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';
import { forgetKey } from './trail-keys.js';

/**
 * Notes that a trail is erased, and takes away by what its pupil could be known again. Its key is overwritten after the transaction
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
  await trx.updateTable('trail').set({ keySlot: null, wrappedKey: null, hint: null }).where('id', '=', id).execute();
  for (const table of ['blindIndex', 'pupilMark'] as const)
    await trx.deleteFrom(table).where('trailId', '=', id).execute();
}
