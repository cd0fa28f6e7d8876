import type { Transaction } from 'kysely';
import type { Due } from '../../contracts/outcome.js';
import { jobNames } from '../../contracts/jobs.js';
import type { Reach } from '../../domain/reach.js';
import type { Delivery } from './messages.js';
import type { Schema } from './rows/schema.js';

/** What is sent now, and the moments at which the rest is. */
export interface Held {
  readonly deliveries: readonly Delivery[];
  readonly dues: readonly Due[];
}

/**
 * Keeps new messages to people in person until they want to read them. `until` says until when, null: now. What is kept has a
 * moment at which it is sent, and counts as waiting for nothing before that.
 */
export async function holdMessages(
  trx: Transaction<Schema>,
  deliveries: readonly Delivery[],
  until: (reach: Reach) => Date | null,
): Promise<Held> {
  if (deliveries.length === 0) return { deliveries, dues: [] };
  const wanted = await trx
    .selectFrom('message')
    .innerJoin('worker', 'worker.personId', 'message.personId')
    .select(['message.id', 'worker.reach'])
    .where(
      'message.id',
      'in',
      deliveries.map(({ messageId }) => messageId),
    )
    .where('message.activityId', 'is', null)
    .where('worker.reach', '<>', 'at-once')
    .execute();
  const dues = wanted.flatMap(({ id, reach }): Due[] => {
    const at = until(reach);
    return at === null ? [] : [{ key: `held:${id}`, job: jobNames.releaseHeld, subject: { messageId: id }, at }];
  });
  const kept = new Set(dues.map(({ subject }) => String(subject['messageId'])));
  if (kept.size > 0)
    await trx
      .updateTable('message')
      .set({ state: 'held' })
      .where('id', 'in', [...kept])
      .execute();
  return { deliveries: deliveries.filter(({ messageId }) => !kept.has(messageId)), dues };
}
