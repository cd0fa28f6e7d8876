import { sql, type Transaction } from 'kysely';
import type { Due } from '../../contracts/outcome.js';
import { digestDue } from '../../contracts/digest-due.js';
import type { PostKey } from '../../domain/reference-to.js';
import type { Reach } from '../../domain/reach.js';
import type { Delivery } from './delivery.js';
import type { Schema } from './rows/schema.js';

/** What is sent now, and the moments at which the rest is. */
export interface Held {
  readonly deliveries: readonly Delivery[];
  readonly dues: readonly Due[];
}

/**
 * Keeps new messages to people in person until they want to read them. `until` says until when, null: now; `isMine`: it is about
 * a case on the name of who reads it. What is kept has a moment, one for each person, at which it is told together; before
 * that it counts as waiting for nothing.
 */
export async function holdMessages(
  trx: Transaction<Schema>,
  deliveries: readonly Delivery[],
  until: (reach: Reach, isMine: boolean) => Date | null,
): Promise<Held> {
  if (deliveries.length === 0) return { deliveries, dues: [] };
  const kept = (await wanted(trx, deliveries)).flatMap(({ id, personId, reach, isMine }) => {
    const at = until(reach, isMine);
    return at === null ? [] : [{ id, personId, at }];
  });
  const ids = kept.map(({ id }) => id);
  if (ids.length > 0) await trx.updateTable('message').set({ state: 'held' }).where('id', 'in', ids).execute();
  return { deliveries: deliveries.filter(({ messageId }) => !ids.includes(messageId)), dues: kept.map(digestDue) };
}

/** New messages to people who do not want everything at once. */
const wanted = (trx: Transaction<Schema>, deliveries: readonly Delivery[]) =>
  trx
    .selectFrom('message')
    .innerJoin('worker', 'worker.personId', 'message.personId')
    .leftJoin('referral', 'referral.id', 'message.referralId')
    .select(['message.id', 'worker.personId', 'worker.reach'])
    .select(
      sql<boolean>`coalesce(referral.referrer_id = worker.person_id or referral.contacted_by = worker.person_id, false)`.as(
        'isMine',
      ),
    )
    .where(
      'message.id',
      'in',
      deliveries.map(({ messageId }) => messageId),
    )
    .where('message.activityId', 'is', null)
    .where('worker.reach', '<>', 'at-once')
    .execute();

/** Kept messages are told together on this card, and not by themselves any more. */
export async function gatherMessages(
  trx: Transaction<Schema>,
  { key, messages }: { readonly key: PostKey; readonly messages: readonly string[] },
): Promise<void> {
  await trx
    .updateTable('message')
    .set({ gatheredIn: key })
    .where('id', 'in', [...messages])
    .where('state', '=', 'held')
    .execute();
}
