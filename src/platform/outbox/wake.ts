import { performJob, type Runtime } from '../runtime/perform.js';
import type { Registry } from '../runtime/registry.js';
import { ensureNext, scheduleKey } from '../runtime/schedules.js';
import type { DueRow } from '../storage/rows/schema.js';

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
    const schedule = row.key === scheduleKey(row.job) ? registry.schedule(row.job) : null;
    if (schedule !== null) await ensureNext(trx, parts, schedule);
    return true;
  });
}

/** One job that fails does not hold up the others: it is tried again in five minutes, and reported each time. */
async function putOff(
  parts: Runtime,
  row: DueRow,
  error: unknown,
  onError: (job: string, error: unknown) => void,
): Promise<void> {
  onError(row.job, error);
  const at = new Date(parts.clock.now().getTime() + 300_000);
  await parts.database.kysely
    .updateTable('due')
    .set({ at })
    .where('key', '=', row.key)
    .where('at', '=', row.at)
    .execute();
}
