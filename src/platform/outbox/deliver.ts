import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { DeliveryError, type Address, type Connector, type Outgoing } from '../../contracts/connector.js';
import { jobNames } from '../../contracts/jobs.js';
import type { Due } from '../../contracts/outcome.js';
import type { PersonId } from '../../domain/ids.js';
import type { Language } from '../../domain/language.js';
import { contextNow, performJob, type Runtime } from '../runtime/perform.js';
import type { YieldToPresses } from '../runtime/yield-to-presses.js';
import { GiveUp, RetryLater } from '../queue/job.js';
import type { Registry } from '../runtime/registry.js';
import type { Renderer } from '../runtime/render.js';
import { createRead } from '../storage/read.js';
import type { Database } from '../storage/connection.js';
import type { MessageRow, Schema } from '../storage/rows/schema.js';
import { storeDues } from '../storage/dues.js';

export interface DeliveryDeps {
  readonly parts: Runtime;
  readonly registry: Registry;
  readonly renderer: Renderer;
  readonly connector: Connector;
  /** The language forced in local mode, or null. */
  readonly language: Language | null;
  /** Work of the queue lets a press that is being answered go first. */
  readonly yieldToPresses: YieldToPresses;
  /** Counts a post that may stand twice: the process died between Teams' acceptance and our note of it. */
  repeated(): void;
}

/**
 * Sends one message of the outbox, or edits it when it was posted before: filled fresh, so several changes become one
 * edit. Doing it twice comes to the same. `tried` says how often it was tried before. Throws RetryLater to be tried again,
 * GiveUp when a person is needed.
 */
export async function deliver(world: DeliveryDeps, messageId: string, tried = 0): Promise<void> {
  const message = await messageOf(world, messageId);
  if (message?.state !== 'due' || message.sentRevision >= message.wantedRevision) return;
  const address = await addressOf(world, message);
  const outgoing = await fill(world, message);
  if (outgoing === null) return note(world, message, { activityId: message.activityId, digest: message.sentDigest });
  const digest = digestOfCard(outgoing);
  if (message.activityId !== null && digest === message.sentDigest)
    return note(world, message, { activityId: message.activityId, digest, unsent: true });
  try {
    await note(world, message, { activityId: await send(world, message, address, outgoing), digest });
  } catch (error) {
    throw await classifyFailure(world, message, error, tried);
  }
}

/** The same card is not sent twice: an edit that changes nothing would disturb everybody who looks at it. */
const digestOfCard = ({ card, mention }: Outgoing): string =>
  createHash('sha256')
    .update(JSON.stringify([card, mention]))
    .digest('base64url');

async function messageOf({ parts }: DeliveryDeps, id: string): Promise<MessageRow | null> {
  return (
    ((await parts.database.kysely.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst()) as
      MessageRow | undefined) ?? null
  );
}

/** Where it goes, as things stand now: the channel may have been suspended, the post above it not be there yet. */
async function addressOf(world: DeliveryDeps, message: MessageRow): Promise<Address> {
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
  const address = { tenantId, conversationId, serviceUrl, threadId };
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

async function fill(world: DeliveryDeps, message: MessageRow): Promise<Outgoing | null> {
  const { parts, registry, renderer } = world;
  const view = registry.view(message.view);
  if (view === null) throw new GiveUp('no-such-view');
  if (view.audience !== 'stored') throw new GiveUp('not-for-everybody');
  const db = parts.database.kysely;
  const context = await contextNow(parts, db);
  const language = world.language ?? (await languageOf(world, message));
  const read = createRead(db, parts.sealer, context.now);
  const filled = await renderer.view(view, message.params, read, { ...context, language, actor: null });
  if (filled === null) return null;
  const mention = message.mentionId === null ? null : await read.person(message.mentionId);
  return { ...filled, mention: mention === null ? null : { teamsId: mention.teamsId, name: mention.name } };
}

/** In a channel the organisation's language, in personal chat the person's. */
async function languageOf({ parts }: DeliveryDeps, message: MessageRow): Promise<Language> {
  const db = parts.database.kysely;
  const { tenantId, conversationId, personId } = message;
  const organisation =
    tenantId === null || conversationId === null
      ? undefined
      : await db
          .selectFrom('channel')
          .innerJoin('organisation', 'organisation.id', 'channel.organisationId')
          .select('organisation.language')
          .where('channel.tenantId', '=', tenantId)
          .where('channel.conversationId', '=', conversationId)
          .where('channel.scope', '<>', 'personal')
          .executeTakeFirst();
  if (organisation !== undefined) return organisation.language;
  // A chat that is opened for this message has no conversation yet: then the message says whose it is.
  const person = await db
    .selectFrom('person')
    .select('language')
    .where((eb) =>
      conversationId === null ? eb('id', '=', personId) : eb('personalConversationId', '=', conversationId),
    )
    .executeTakeFirst();
  return person?.language ?? 'nl';
}

/** Posts once, then edits. `attempted` is noted before the first post, so that a repeat can be counted. */
async function send(world: DeliveryDeps, message: MessageRow, address: Address, outgoing: Outgoing): Promise<string> {
  if (message.activityId !== null) {
    await world.connector.edit(address, message.activityId, outgoing);
    return message.activityId;
  }
  if (message.attempted) world.repeated();
  await world.parts.database.kysely
    .updateTable('message')
    .set({ attempted: true })
    .where('id', '=', message.id)
    .execute();
  return (await world.connector.post(address, outgoing)).activityId;
}

interface Sent {
  readonly activityId: string | null;
  readonly digest: string | null;
  /** Nothing had changed, so Teams was not asked: the post was not looked after either. */
  readonly unsent?: boolean;
}

/**
 * Remembers what was sent. That Teams has taken a message for the first time is an event for who asked to know: noted and
 * acted upon in one transaction.
 */
async function note(world: DeliveryDeps, message: MessageRow, sent: Sent): Promise<void> {
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

/**
 * Seconds until the next attempt: 2, doubled each time up to five minutes, with jitter. Trouble on Teams' side uses up no
 * attempt: it may last for hours, and everything is sent when it is over.
 */
const pauseAfter = (tried: number): number => Math.min(300, 2 ** Math.min(tried + 1, 9)) * (0.75 + Math.random() / 2);

/** What a failed sending means for the job. A post that somebody deleted in Teams is made anew. */
async function classifyFailure(
  { parts }: DeliveryDeps,
  message: MessageRow,
  error: unknown,
  tried: number,
): Promise<unknown> {
  if (!(error instanceof DeliveryError)) return error;
  const db = parts.database.kysely;
  if (!error.unknown) await db.updateTable('message').set({ attempted: false }).where('id', '=', message.id).execute();
  if (error.kind === 'again')
    return new RetryLater(error.retryAfterMs === null ? pauseAfter(tried) : Math.max(1, error.retryAfterMs / 1000));
  if (message.activityId !== null && isGonePost(error)) return gone(db, message, parts.clock.now());
  return new GiveUp(error.kind);
}

/** Teams is asked once more before a post counts as deleted: it also says so of one that it has lost for a moment. */
const askedAgainAfter = 30;
const perhapsGone = 'perhaps-gone';

/** The post is not there, says Teams: the first time it is asked again, the second time in a row it is made anew. */
async function gone(db: Database['kysely'], { id, reason }: MessageRow, now: Date): Promise<RetryLater> {
  const isSure = reason === perhapsGone;
  const anew = { activityId: null, sentDigest: null, remadeAt: now, reason: null };
  await db
    .updateTable('message')
    .set(isSure ? anew : { reason: perhapsGone })
    .where('id', '=', id)
    .execute();
  return new RetryLater(isSure ? 1 : askedAgainAfter);
}

/**
 * Whether Teams says of an edit that the post is not there any more: 404, or 403 with no more than "ServiceError: Unknown".
 * Any other 403 is about the conversation: the bot was taken away or blocked, and the post may still stand.
 */
const isGonePost = ({ status, code }: DeliveryError): boolean =>
  status === 404 || (status === 403 && code === 'ServiceError');

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
