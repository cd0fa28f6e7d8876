import type { Transaction } from 'kysely';
import { jobNames } from '../../contracts/jobs.js';
import { errorCode } from '../queue/job.js';
import { performJob, type Runtime } from '../runtime/perform.js';
import type { Registry } from '../runtime/registry.js';
import { ensureNext, scheduleKey } from '../runtime/schedules.js';
import { storeDues } from '../storage/dues.js';
import { stuckAfter } from '../storage/read-teams.js';
import type { DueRow, Schema } from '../storage/rows/schema.js';

const atOnce = 50;

/**
 * Looks what is due by the program's own clock and does it, oldest first. The queue only wakes; the moment is data.
 * Several processes may wake together: each job is claimed in the transaction that carries it out.
 */
export async function wake(
  parts: Runtime,
  registry: Registry,
  onError: (job: string, error: unknown) => void,
): Promise<void> {
  for (;;) {
    const rows = await parts.database.kysely
      .selectFrom('due')
      .selectAll()
      .where('at', '<=', parts.clock.now())
      .orderBy('at')
      .orderBy('key')
      .limit(atOnce)
      .execute();
    for (const row of rows)
      await carryOut(parts, registry, row).catch((error: unknown) => putOff(parts, row, error, onError));
    if (rows.length < atOnce) return;
  }
}

async function carryOut(parts: Runtime, registry: Registry, row: DueRow): Promise<void> {
  const job = registry.job(row.job);
  if (job === null) throw new Error(`nothing does ${row.job}`);
  await performJob(parts, job, row.subject, async (trx) => {
    const claimed = await trx
      .deleteFrom('due')
      .where('key', '=', row.key)
      .where('at', '=', row.at)
      .returning('key')
      .executeTakeFirst();
    if (claimed === undefined) return false;
    if (row.attempts >= stuckAfter) await tellDesk(trx, parts, row.job);
    const schedule = row.key === scheduleKey(row.job) ? registry.schedule(row.job) : null;
    if (schedule !== null) await ensureNext(trx, parts, schedule);
    return true;
  });
}

const firstPauseMs = 300_000;
const longestPauseMs = 6 * 3_600_000;

/** Until it is tried again: five minutes, doubled each time up to six hours. */
export const pauseAfterFailure = (attempts: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, attempts - 1));

/**
 * One job that fails does not hold up the others: it is tried again, each time later, and reported each time. What keeps failing is
 * told to the desk. Of the error its kind is kept, never its sentence, which may quote a person.
 */
async function putOff(
  parts: Runtime,
  row: DueRow,
  error: unknown,
  onError: (job: string, error: unknown) => void,
): Promise<void> {
  onError(row.job, error);
  const now = parts.clock.now();
  const attempts = row.attempts + 1;
  const { error: kind, code } = errorCode(error);
  await parts.database.kysely.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('due')
      .set({
        at: new Date(now.getTime() + pauseAfterFailure(attempts)),
        attempts,
        failingSince: row.failingSince ?? now,
        lastError: code === undefined ? kind : `${kind} ${code}`,
      })
      .where('key', '=', row.key)
      .where('at', '=', row.at)
      .executeTakeFirst();
    if (numUpdatedRows > 0n && attempts >= stuckAfter) await tellDesk(trx, parts, row.job);
  });
}

/** What is told of work that fails must not fail with it, nor tell of itself. */
async function tellDesk(trx: Transaction<Schema>, parts: Runtime, job: string): Promise<void> {
  if (job === jobNames.reportStuckJob) return;
  const now = parts.clock.now();
  await storeDues(trx, [{ key: `stuck:${job}`, job: jobNames.reportStuckJob, subject: { job }, at: now }], []);
  await parts.enqueue(trx, { deliveries: [], rosters: [], wakeAt: [now] });
}
