import type { Address } from '../../contracts/connector.js';
import type { PersonId } from '../../domain/ids.js';
import { GiveUp, RetryLater } from '../queue/job.js';
import type { DeliveryDeps } from './deliver.js';
import type { MessageToSend } from './message-to-send.js';

/** Where it goes, as things stand now: the channel may have been suspended, the post above it not be there yet. */
export async function addressOf(world: DeliveryDeps, message: MessageToSend): Promise<Address> {
  const { tenantId, conversationId, serviceUrl, presentUrl, threadId, personId, parent } = message;
  if (message.channelId !== null && message.channelState !== 'linked') throw new GiveUp('suspended');
  if (conversationId === null && personId !== null) return openChatWith(world, personId);
  if (tenantId === null || conversationId === null || serviceUrl === null) throw new GiveUp('no-channel');
  const address = { tenantId, conversationId, serviceUrl: presentUrl ?? serviceUrl, threadId };
  if (message.underKey === null) return address;
  if (parent === null) throw new GiveUp('nothing-to-reply-to');
  // What keeps the post keeps the reply: the desk reads of one trouble, and a new channel lets both go.
  if (parent.state === 'undeliverable') throw new GiveUp(parent.reason ?? 'nothing-to-reply-to');
  if (parent.activityId === null) throw new RetryLater(1);
  // The channel may have moved since: a thread of the old conversation does not exist in the new one.
  const together = parent.conversationId === conversationId;
  return { ...address, threadId: together && hasThreads(address) ? (parent.threadId ?? parent.activityId) : null };
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
