import type { Transaction } from 'kysely';
import type { Schedule } from '../../contracts/action.js';
import { contextNow, type Runtime } from './perform.js';
import { storeDues } from '../storage/dues.js';
import { jsonb } from '../storage/rows/json.js';
import type { Schema } from '../storage/rows/schema.js';

/** The key under which the next moment of a job that comes back waits. */
export const scheduleKey = (job: string): string => `schedule:${job}`;

/** At start: the first moment of each schedule that has none yet. What waits already is left alone. */
export async function ensureSchedules(parts: Runtime, schedules: readonly Schedule[]): Promise<void> {
  await parts.database.kysely.transaction().execute(async (trx) => {
    const context = await contextNow(parts, trx);
    for (const { job, next } of schedules) {
      await trx
        .insertInto('due')
        .values({ key: scheduleKey(job), job, subject: jsonb({}), at: next(context.now, context) })
        .onConflict((oc) => oc.column('key').doNothing())
        .execute();
    }
  });
}

/** In the transaction that does a scheduled job: its next moment, so that it comes back exactly once. */
export async function ensureNext(trx: Transaction<Schema>, parts: Runtime, schedule: Schedule): Promise<void> {
  const context = await contextNow(parts, trx);
  const at = schedule.next(context.now, context);
  await storeDues(trx, [{ key: scheduleKey(schedule.job), job: schedule.job, subject: {}, at }], []);
  await parts.enqueue(trx, { deliveries: [], rosters: [], wakeAt: [at] });
}
