import { sql, type Transaction } from 'kysely';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import { postKey, type PostKey } from '../../domain/reference-to.js';
import { deliveryOf, type Delivery } from './delivery.js';
import { refreshMessages } from './messages.js';
import type { Schema } from './rows/schema.js';
import { channelTarget } from './whereabouts.js';

type Trx = Transaction<Schema>;

/**
 * Messages that waited for a channel of this organisation can go out now that it has one, whatever kept them. What the desk was
 * told about them is brought up to date.
 */
export async function releaseMessages(trx: Trx, organisationId: string): Promise<Delivery[]> {
  const waiting = await trx
    .selectFrom('message')
    .select('id')
    .where('organisationId', '=', organisationId as OrganisationId)
    .where('state', '=', 'undeliverable')
    .where('reason', 'in', releasedByLinking)
    .execute();
  return resendMessages(
    trx,
    waiting.map((row) => row.id),
  );
}

/** What a new channel takes away: also what Teams refused or did not take in the old one. */
const releasedByLinking = ['no-channel', 'suspended', 'gone', 'nothing-to-reply-to', 'refused', 'not-delivered'];
/** What somebody takes away by writing to the bot: the chat is there again. */
const releasedByWriting = ['no-channel', 'gone', 'nothing-to-reply-to', 'not-delivered'];

/** Messages to somebody in person that could not be delivered can go out now that he or she speaks to the bot again. */
export async function releaseChat(trx: Trx, personId: PersonId): Promise<Delivery[]> {
  const waiting = await trx
    .selectFrom('message')
    .select('id')
    .where('personId', '=', personId)
    .where('state', '=', 'undeliverable')
    .where('reason', 'in', releasedByWriting)
    .execute();
  return resendMessages(
    trx,
    waiting.map((row) => row.id),
  );
}

/** What was tried before says nothing of the next attempt. */
const untried = { trouble: null, troubleTimes: 0, triedSince: null, triedAt: null, strikes: 0 };

/** Sends messages that were kept, and tries those again that could not be delivered, oldest first: in the organisation's present channel, if it has one. */
export async function resendMessages(trx: Trx, ids: readonly string[]): Promise<Delivery[]> {
  if (ids.length === 0) return [];
  const deliveries: Delivery[] = [];
  const told = new Set<string>();
  for (const row of await undeliverable(trx, ids)) {
    const channel =
      row.organisationId === null ? {} : await channelTarget(trx, { ...row, organisationId: row.organisationId });
    const conversationId = channel.conversationId ?? row.conversationId ?? null;
    if (conversationId === null && row.personId === null) continue;
    await trx
      .updateTable('message')
      .set({ ...channel, ...untried, state: 'due', reason: null, failedAt: null })
      .where('id', '=', row.id)
      .execute();
    deliveries.push(deliveryOf({ ...row, conversationId }));
    told.add(`undelivered:${row.organisationId ?? 'chat'}:%`);
  }
  return [...deliveries, ...(await refreshLike(trx, [...told]))];
}

const undeliverable = (trx: Trx, ids: readonly string[]) =>
  trx
    .selectFrom('message')
    .select(['id', 'key', 'organisationId', 'channelId', 'referralId', 'conversationId', 'personId'])
    .where('id', 'in', [...ids])
    .where('state', 'in', ['undeliverable', 'held'])
    .orderBy('seq')
    .execute();

/** What the desk was told of what could not be delivered. */
async function refreshLike(trx: Trx, patterns: readonly string[]): Promise<Delivery[]> {
  const keys: PostKey[] = [];
  for (const pattern of patterns) {
    const rows = await trx
      .selectFrom('message')
      .select('key')
      .where(sql<boolean>`key like 'undelivered:%'`)
      .where('key', 'like', pattern)
      .execute();
    keys.push(...rows.map((row) => postKey(row.key)));
  }
  return refreshMessages(trx, keys);
}
