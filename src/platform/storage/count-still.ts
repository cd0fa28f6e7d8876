import { sql, type Transaction } from 'kysely';
import type { StillCount } from '../../contracts/trajectory.js';
import type { Schema } from './rows/schema.js';

/**
 * Counts one answer so that nobody can tell whose it is, not even who reads the database: there is only a number per
 * trimester, region and answer. A row tells by which transaction it was written last, and who answered stands in the
 * timeline of the same one: so all numbers of the trimester are written anew. One writer at a time.
 */
export async function countStill(
  trx: Transaction<Schema>,
  { since, region, months, answer }: StillCount,
): Promise<void> {
  await sql`lock table still_at_school in exclusive mode`.execute(trx);
  await sql`insert into still_at_school (since, region, months, answer, count)
    values (${since}, ${region}, ${months}, ${answer}, 1)
    on conflict (since, region, months, answer) do update set count = still_at_school.count + 1`.execute(trx);
  await sql`update still_at_school set count = count where since = ${since}
    and (region, months, answer) <> (${region}, ${months}::integer, ${answer})`.execute(trx);
}
