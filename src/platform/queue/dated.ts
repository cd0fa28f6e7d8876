import { sql, type Transaction } from 'kysely';
import type { Db } from 'pg-boss';
import type { Schema } from '../storage/rows/schema.js';
import { inside } from './settle.js';

/** How pg-boss dates a job that it stores: by the beginning of the transaction. */
const byTransaction = 'pgboss.job_now() as created_on';
const byStatement = 'statement_timestamp() as created_on';

/**
 * Stores jobs, dated by the moment of sending. pg-boss dates a job by the beginning of its transaction; of two transactions on one
 * referral, the later to begin can be the first to get the lock, and what it decided is to be sent first. The date is set within
 * pg-boss's own statement; should a later version write that otherwise, by one more.
 */
export async function datedNow<T>(
  trx: Transaction<Schema>,
  ids: readonly string[],
  store: (db: Db) => Promise<T>,
): Promise<T> {
  const plain = inside(trx);
  let isDated = false;
  const stored = await store({
    executeSql(text, values) {
      isDated ||= text.includes(byTransaction);
      return plain.executeSql(text.replaceAll(byTransaction, byStatement), values);
    },
  });
  if (!isDated)
    await sql`update pgboss.job set created_on = statement_timestamp() where id = any(${[...ids]}::uuid[])`.execute(
      trx,
    );
  return stored;
}
