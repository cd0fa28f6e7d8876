import { sql } from 'kysely';
import type { Stage } from './stage.js';

/** Lets all that waits for its next attempt be tried now, as if the pause were over: no worker has to come and look. */
export async function hurry({ database: { kysely } }: Pick<Stage, 'database'>): Promise<void> {
  await sql`
    with hurried as (
      update pgboss.job set start_after = now() where state < 'active' and start_after > now() returning name)
    select pg_notify('pgboss_' || left(encode(sha224('pgboss'), 'hex'), 24), name)
    from (select distinct name from hurried) as names`.execute(kysely);
}
