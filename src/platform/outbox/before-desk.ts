import { jobNames } from '../../contracts/jobs.js';
import type { Due } from '../../contracts/outcome.js';
import { storeDues } from '../storage/dues.js';
import type { DeliveryDeps } from './deliver.js';

/**
 * A message that cannot be delivered is put before the desk (through the job that a feature has for it); who asked to know
 * that it was not received, hears it.
 */
export async function putBeforeDesk({ parts }: DeliveryDeps, messageId: string, reason: string): Promise<void> {
  await parts.database.kysely.transaction().execute(async (trx) => {
    const now = parts.clock.now();
    const row = await trx
      .updateTable('message')
      .set({ state: 'undeliverable', reason, failedAt: now })
      .where('id', '=', messageId)
      .where('state', '=', 'due')
      .returning(['id', 'params', 'activityId', 'failedJob'])
      .executeTakeFirst();
    if (row === undefined) return;
    const dues: Due[] = [
      { key: `undelivered:${messageId}`, job: jobNames.reportUndelivered, subject: { messageId }, at: now },
    ];
    if (row.failedJob !== null && row.activityId === null)
      dues.push({
        key: `not-received:${messageId}`,
        job: row.failedJob,
        subject: { ...(row.params as Due['subject']), reason },
        at: now,
      });
    await storeDues(trx, dues, []);
    await parts.enqueue(trx, { deliveries: [], rosters: [], wakeAt: [now] });
  });
}
