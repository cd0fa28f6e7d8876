import type { Database } from './connection.js';
import { jsonb } from './rows/json.js';

const key = 'clockAheadMs';

/** How far the local mode's clock had been moved when the program stopped; null when never. */
export async function readClockAhead({ kysely }: Database): Promise<number | null> {
  const row = await kysely.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return typeof row?.value === 'number' ? row.value : null;
}

/** Keeps it over a restart: what has become due must not lie in the future again. */
export async function storeClockAhead({ kysely }: Database, aheadMs: number): Promise<void> {
  const value = jsonb(aheadMs);
  await kysely
    .insertInto('setting')
    .values({ key, value })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value }))
    .execute();
}
