import { sql } from 'kysely';
import type { Stage } from './stage.js';

/** A job that was to wait for its next attempt: how often it was tried again before, and how long it still had to wait. */
export interface Hurried {
  readonly name: string;
  readonly tried: number;
  readonly seconds: number;
}

/**
 * Lets all that waits for its next attempt be tried now, as if the pause were over: no worker has to come and look. Gives
 * what it hurried.
 */
export async function hurry({ database: { kysely } }: Pick<Stage, 'database'>): Promise<readonly Hurried[]> {
  const { rows } = await sql<Hurried>`
    with waiting as (
      select name, id, retry_count as tried, extract(epoch from start_after - now())::float as seconds
      from pgboss.job where state < 'active' and start_after > now() for update),
    hurried as (
      update pgboss.job j set start_after = now() from waiting w where j.name = w.name and j.id = w.id returning j.name),
    told as (
      select pg_notify('pgboss_' || left(encode(sha224('pgboss'), 'hex'), 24), name)
      from (select distinct name from hurried) as names)
    select name, tried, seconds from waiting where (select count(*) from told) > 0`.execute(kysely);
  return rows;
}
