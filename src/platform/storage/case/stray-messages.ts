import { sql, type Kysely, type Transaction } from 'kysely';
import type { Schema } from '../rows/schema.js';
import { postKey, type PostKey } from '../../../domain/reference-to.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/**
 * Keys of messages that are to be sent and for which no work waits, oldest first. A message and its work are stored in
 * one transaction, so one without the other has lost it; what failed for the last time is on its way to the desk.
 */
export async function lostMessages(db: Db): Promise<PostKey[]> {
  const { rows } = await sql<{ key: string }>`
    select m.key from message m where m.state = 'due' and not exists (
      select 1 from pgboss.job j where j.name in ('deliver', 'undeliverable') and j.state < 'completed'
        and j.data->>'messageId' = m.id::text)
    order by m.seq`.execute(db);
  return rows.map(({ key }) => postKey(key));
}

/** How many posts were made anew since then, because Teams said that they were gone; null: ever. */
export async function countRemade(db: Db, since: Date | null): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('remadeAt', 'is not', null)
    .where((eb) => (since === null ? eb.lit(true) : eb('remadeAt', '>', since)))
    .executeTakeFirstOrThrow();
  return Number(count);
}
