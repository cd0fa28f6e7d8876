import { sql, type Transaction } from 'kysely';
import { fromKysely, type Db as BossDb, type PgBoss } from 'pg-boss';
import type { Database } from '../storage/connection.js';
import type { Schema } from '../storage/rows/schema.js';
import { errorCode, GiveUp, type Job, RetryLater } from './job.js';
import type { QueueSpec } from './queue-spec.js';

/** pg-boss's statements inside our transaction. Without plugins: pg-boss names its own columns. */
export function inside(trx: Transaction<Schema>): BossDb {
  return fromKysely(trx.withoutPlugins());
}

/** What became of an attempt that failed. */
export type Verdict = 'retried' | 'postponed' | 'dead';

/** Says what to do with a failed attempt. Pure, so that the rules can be read and tested at a glance. */
export function judge(job: Job, error: unknown): Verdict {
  if (error instanceof RetryLater) return 'postponed';
  if (error instanceof GiveUp) return 'dead';
  return job.retryCount < job.retryLimit ? 'retried' : 'dead';
}

/**
 * Puts a running job back to be tried after `afterSeconds`, as one statement.
 * It goes to pg-boss's state `retry`, which keeps its place: later jobs of the same key wait behind it. Both counts go
 * up by one (the first when it is fetched again), so it costs no attempt, while a stale worker is still told apart.
 */
export async function postpone(db: Database, job: Job, afterSeconds: number): Promise<void> {
  await sql`
    update pgboss.job set state = 'retry', retry_limit = retry_limit + 1, heartbeat_on = null,
      start_after = now() + ${afterSeconds} * interval '1 second'
    where name = ${job.queue} and id = ${job.id} and state = 'active' and retry_count = ${job.retryCount}`.execute(
    db.kysely,
  );
}

/**
 * Ends a running job for good: a copy goes to the dead letter queue and, where order is kept, the failed one is taken
 * away in the same transaction, because pg-boss lets a failed job hold back its key until it is deleted (a day here).
 */
export async function bury(boss: PgBoss, db: Database, spec: QueueSpec, job: Job, error: unknown): Promise<void> {
  await db.kysely.transaction().execute(async (trx) => {
    const { numAffectedRows } = await sql`
      update pgboss.job set retry_limit = retry_count
      where name = ${job.queue} and id = ${job.id} and state = 'active' and retry_count = ${job.retryCount}`.execute(
      trx,
    );
    if (numAffectedRows !== 1n) return;
    await boss.fail(job.queue, { id: job.id, retryCount: job.retryCount }, errorCode(error), { db: inside(trx) });
    if (spec.policy === 'key_strict_fifo') {
      await sql`delete from pgboss.job where name = ${job.queue} and id = ${job.id} and state = 'failed'`.execute(trx);
    }
  });
}

/**
 * Frees the keys held back by jobs that pg-boss itself failed for the last time (their process died or they took too
 * long). Their copies already stand in the dead letter queue: pg-boss makes both in one statement.
 */
export async function releaseKeys(db: Database): Promise<void> {
  await sql`
    delete from pgboss.job
    where state = 'failed' and policy = 'key_strict_fifo' and dead_letter is not null`.execute(db.kysely);
}

/**
 * Returns the jobs that a killed process left active, to be tried at once: they need not wait until they expire, nor for
 * the pause after a failed attempt, because nothing is known to be wrong with them. It costs an attempt all the same.
 * Only where no other process can be working (the embedded engine's lock guarantees it), and before any worker starts.
 */
export async function reclaimAbandoned(boss: PgBoss, db: Database, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const { rows } = await sql<{ id: string }>`
      select id from pgboss.job where name = ${name} and state = 'active'`.execute(db.kysely);
    const ids = rows.map((row) => row.id);
    if (ids.length === 0) continue;
    await boss.fail(name, ids, { error: 'ProcessEnded' });
    await sql`
      update pgboss.job set start_after = now()
      where name = ${name} and state = 'retry' and id = any(${ids}::uuid[])`.execute(db.kysely);
  }
}
