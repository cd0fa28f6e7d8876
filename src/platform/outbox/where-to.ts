import { sql } from 'kysely';
import type { Address } from '../../contracts/connector.js';
import type { PersonId } from '../../domain/ids.js';
import { GiveUp, RetryLater } from '../queue/job.js';
import type { Database } from '../storage/connection.js';
import type { MessageRow } from '../storage/rows/schema.js';
import type { DeliveryDeps } from './deliver.js';

/** Where it goes, as things stand now: the channel may have been suspended, the post above it not be there yet. */
export async function addressOf(world: DeliveryDeps, message: MessageRow): Promise<Address> {
  const db = world.parts.database.kysely;
  if (message.channelId !== null) {
    const channel = await db
      .selectFrom('channel')
      .select('state')
      .where('id', '=', message.channelId)
      .executeTakeFirst();
    if (channel?.state !== 'linked') throw new GiveUp('suspended');
  }
  if (message.conversationId === null && message.personId !== null) return openChatWith(world, message.personId);
  const { tenantId, conversationId, serviceUrl, threadId } = message;
  if (tenantId === null || conversationId === null || serviceUrl === null) throw new GiveUp('no-channel');
  const address = { tenantId, conversationId, serviceUrl: (await presentUrl(db, message)) ?? serviceUrl, threadId };
  if (message.underKey === null) return address;
  const parent = await db
    .selectFrom('message')
    .select(['activityId', 'state', 'reason', 'threadId', 'conversationId'])
    .where('key', '=', message.underKey)
    .executeTakeFirst();
  if (parent === undefined) throw new GiveUp('nothing-to-reply-to');
  // What keeps the post keeps the reply: the desk reads of one trouble, and a new channel lets both go.
  if (parent.state === 'undeliverable') throw new GiveUp(parent.reason ?? 'nothing-to-reply-to');
  if (parent.activityId === null) throw new RetryLater(1);
  // The channel may have moved since: a thread of the old conversation does not exist in the new one.
  const together = parent.conversationId === message.conversationId;
  return { ...address, threadId: together && hasThreads(address) ? (parent.threadId ?? parent.activityId) : null };
}

/** Where its conversation is reached now: what came in last from there tells it (bot-docs#1829: it can change). */
async function presentUrl(db: Database['kysely'], message: MessageRow): Promise<string | null> {
  const { channelId, personId, tenantId, conversationId } = message;
  const { rows } = await sql<{ serviceUrl: string | null }>`
    select coalesce(
      (select service_url from channel where id = ${channelId} and conversation_id = ${conversationId}),
      (select service_url from person where id = ${personId}),
      (select service_url from channel where ${channelId}::uuid is null and tenant_id = ${tenantId} and conversation_id = ${conversationId} limit 1)
    ) as service_url`.execute(db);
  return rows[0]?.serviceUrl ?? null;
}

/** The bot opens the chat itself with somebody who never spoke to it, and remembers it. */
async function openChatWith({ parts, connector }: DeliveryDeps, personId: PersonId): Promise<Address> {
  const db = parts.database.kysely;
  const person = await db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow();
  const known = person.personalConversationId;
  const { tenantId, teamsId, serviceUrl } = person;
  if (serviceUrl === null) throw new GiveUp('no-channel');
  const conversationId = known ?? (await connector.openChat({ tenantId, teamsId, serviceUrl })).conversationId;
  if (known === null)
    await db.updateTable('person').set({ personalConversationId: conversationId }).where('id', '=', personId).execute();
  await db
    .updateTable('message')
    .set({ tenantId, conversationId, serviceUrl })
    .where('personId', '=', personId)
    .where('conversationId', 'is', null)
    .execute();
  return { tenantId, conversationId, serviceUrl, threadId: null };
}

/** Only channels (`19:…@thread.tacv2`, and older `@thread.skype`) have threads; chats are one line of messages. */
const hasThreads = (address: Address): boolean => /^19:.+@thread\.(tacv2|skype)$/.test(address.conversationId);
