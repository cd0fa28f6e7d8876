import type { Transaction } from 'kysely';
import { performJob, type Runtime } from '../runtime/perform.js';
import type { Database } from '../storage/connection.js';
import type { MessageRow, Schema } from '../storage/rows/schema.js';
import type { DeliveryDeps } from './deliver.js';

/** How a message stands in Teams after it was looked at. */
export interface Sent {
  readonly activityId: string | null;
  readonly digest: string | null;
  /** Nothing had changed, so Teams was not asked: the post was not looked after either. */
  readonly unsent?: boolean;
}

/**
 * Remembers what was sent. That Teams has taken a message for the first time is an event for who asked to know: noted and
 * acted upon in one transaction.
 */
export async function note(world: DeliveryDeps, message: MessageRow, sent: Sent): Promise<void> {
  const { parts, registry } = world;
  const isFirst = message.activityId === null && sent.activityId !== null;
  const job = isFirst && message.acceptedJob !== null ? registry.job(message.acceptedJob) : null;
  if (job === null) return noteSent(parts.database.kysely, parts, message, sent);
  await performJob(parts, job, message.params, async (trx) => {
    await noteSent(trx, parts, message, sent);
    return true;
  });
}

/** A change that came while it was being sent stays wanted: its own job brings the next edit. */
async function noteSent(
  db: Database['kysely'] | Transaction<Schema>,
  parts: Runtime,
  message: MessageRow,
  { activityId, digest, unsent = false }: Sent,
): Promise<void> {
  await db
    .updateTable('message')
    .set((eb) => ({
      activityId,
      attempted: false,
      sentRevision: message.wantedRevision,
      sentDigest: digest,
      sentAt: unsent ? message.sentAt : parts.clock.now(),
      reason: null,
      trouble: null,
      troubleTimes: 0,
      triedSince: null,
      triedAt: null,
      strikes: 0,
      state: eb
        .case()
        .when('wantedRevision', '>', message.wantedRevision)
        .then('due' as const)
        .else('sent' as const)
        .end(),
    }))
    .where('id', '=', message.id)
    .execute();
}
