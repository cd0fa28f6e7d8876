import { DeliveryError, type Address, type Connector, type Outgoing } from '../../contracts/connector.js';
import { jobNames } from '../../contracts/jobs.js';
import type { Language } from '../../domain/language.js';
import { contextNow, type Performing } from '../perform.js';
import type { PressFirst } from '../press-first.js';
import { GiveUp, RetryLater } from '../queue/job.js';
import type { Registry } from '../registry.js';
import type { Renderer } from '../render.js';
import { createRead } from '../storage/read.js';
import { jsonb } from '../storage/json.js';
import type { MessageRow } from '../storage/schema.js';

export interface Delivering {
  readonly parts: Performing;
  readonly registry: Registry;
  readonly renderer: Renderer;
  readonly connector: Connector;
  /** The language forced in local mode, or null. */
  readonly language: Language | null;
  /** Work of the queue lets a press that is being answered go first. */
  readonly pressFirst: PressFirst;
  /** Counts a post that may stand twice: the process died between Teams' acceptance and our note of it. */
  repeated(): void;
}

/**
 * Sends one message of the outbox, or edits it when it was posted before: filled fresh, so several changes become one
 * edit. Doing it twice comes to the same. `tried` says how often it was tried before. Throws RetryLater to be tried again,
 * GiveUp when a person is needed.
 */
export async function deliver(world: Delivering, messageId: string, tried = 0): Promise<void> {
  const message = await messageOf(world, messageId);
  if (message === null || message.state === 'undeliverable' || message.sentRevision >= message.wantedRevision) return;
  const address = await addressOf(world, message);
  const outgoing = await fill(world, message);
  if (outgoing === null) return note(world, message, message.activityId);
  try {
    await note(world, message, await send(world, message, address, outgoing));
  } catch (error) {
    throw await judge(world, message, error, tried);
  }
}

async function messageOf({ parts }: Delivering, id: string): Promise<MessageRow | null> {
  return (
    ((await parts.database.kysely.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst()) as
      MessageRow | undefined) ?? null
  );
}

/** Where it goes, as things stand now: the place may have been suspended, the post above it not be there yet. */
async function addressOf({ parts }: Delivering, message: MessageRow): Promise<Address> {
  const db = parts.database.kysely;
  if (message.placeId !== null) {
    const place = await db.selectFrom('place').select('state').where('id', '=', message.placeId).executeTakeFirst();
    if (place?.state !== 'linked') throw new GiveUp('suspended');
  }
  const address = {
    tenantId: message.tenantId!,
    conversationId: message.conversationId!,
    serviceUrl: message.serviceUrl!,
    threadId: message.threadId,
  };
  if (message.underKey === null) return address;
  const parent = await db
    .selectFrom('message')
    .select(['activityId', 'state', 'threadId', 'conversationId'])
    .where('key', '=', message.underKey)
    .executeTakeFirst();
  if (parent === undefined || parent.state === 'undeliverable') throw new GiveUp('nothing-to-reply-to');
  if (parent.activityId === null) throw new RetryLater(1);
  // The place may have moved since: a thread of the old conversation does not exist in the new one.
  const together = parent.conversationId === message.conversationId;
  return { ...address, threadId: together && hasThreads(address) ? (parent.threadId ?? parent.activityId) : null };
}

/** Only channels (`19:…@thread.tacv2`, and older `@thread.skype`) have threads; chats are one line of messages. */
const hasThreads = (address: Address): boolean => /^19:.+@thread\.(tacv2|skype)$/.test(address.conversationId);

async function fill(world: Delivering, message: MessageRow): Promise<Outgoing | null> {
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

/** In a place the organisation's language, in personal chat the person's. */
async function languageOf({ parts }: Delivering, message: MessageRow): Promise<Language> {
  const db = parts.database.kysely;
  const organisation = await db
    .selectFrom('place')
    .innerJoin('organisation', 'organisation.id', 'place.organisationId')
    .select('organisation.language')
    .where('place.tenantId', '=', message.tenantId!)
    .where('place.conversationId', '=', message.conversationId!)
    .where('place.scope', '<>', 'personal')
    .executeTakeFirst();
  if (organisation !== undefined) return organisation.language;
  const person = await db
    .selectFrom('person')
    .select('language')
    .where('personalConversationId', '=', message.conversationId!)
    .executeTakeFirst();
  return person?.language ?? 'nl';
}

/** Posts once, then edits. `attempted` is noted before the first post, so that a repeat can be counted. */
async function send(world: Delivering, message: MessageRow, address: Address, outgoing: Outgoing): Promise<string> {
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

/** Remembers what was sent. A change that came while it was being sent stays wanted: its own job brings the next edit. */
async function note({ parts }: Delivering, message: MessageRow, activityId: string | null): Promise<void> {
  await parts.database.kysely
    .updateTable('message')
    .set((eb) => ({
      activityId,
      attempted: false,
      sentRevision: message.wantedRevision,
      sentAt: parts.clock.now(),
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
async function judge({ parts }: Delivering, message: MessageRow, error: unknown, tried: number): Promise<unknown> {
  if (!(error instanceof DeliveryError)) return error;
  const db = parts.database.kysely;
  if (!error.unknown) await db.updateTable('message').set({ attempted: false }).where('id', '=', message.id).execute();
  if (error.kind === 'again')
    return new RetryLater(error.retryAfterMs === null ? pauseAfter(tried) : Math.max(1, error.retryAfterMs / 1000));
  if (error.status === 404 && message.activityId !== null) {
    await db.updateTable('message').set({ activityId: null }).where('id', '=', message.id).execute();
    return new RetryLater(1);
  }
  return new GiveUp(error.kind);
}

/** A message that cannot be delivered is put before the desk (through the job that a feature has for it). */
export async function putBeforeDesk({ parts }: Delivering, messageId: string, reason: string): Promise<void> {
  await parts.database.kysely.transaction().execute(async (trx) => {
    const now = parts.clock.now();
    const row = await trx
      .updateTable('message')
      .set({ state: 'undeliverable', reason, failedAt: now })
      .where('id', '=', messageId)
      .where('state', '=', 'due')
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return;
    const due = {
      key: `undelivered:${messageId}`,
      job: jobNames.reportUndelivered,
      subject: jsonb({ messageId }),
      at: now,
    };
    await trx
      .insertInto('due')
      .values(due)
      .onConflict((oc) => oc.column('key').doNothing())
      .execute();
    await parts.enqueue(trx, { deliveries: [], rosters: [], wakeAt: [now] });
  });
}
