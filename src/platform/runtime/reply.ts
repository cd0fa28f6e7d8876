import type { Transaction } from 'kysely';
import type { Actor } from '../../contracts/actor.js';
import { isRefusal, type Notice, type Refusal, type Reply } from '../../contracts/outcome.js';
import type { Turn } from '../../contracts/turn.js';
import type { Runtime } from './perform.js';
import { answerPrefix, type Delivery } from '../storage/delivery.js';
import { storeNotices } from '../storage/messages.js';
import { releaseChat } from '../storage/release-messages.js';
import type { Schema } from '../storage/rows/schema.js';
import { startCards } from '../../contracts/start-cards.js';

/** Ids of activities are unique in their conversation only. */
export const activityKey = ({ conversation, activityId }: Pick<Turn, 'conversation' | 'activityId'>): string =>
  `${conversation.conversationId} ${activityId}`;

/** Whether these words were answered before: then Teams brings them again, and nothing is to be done. */
export async function wasProcessed({ database }: Runtime, words: Turn): Promise<boolean> {
  const row = await database.kysely
    .selectFrom('processedActivity')
    .select('at')
    .where('activityId', '=', activityKey(words))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Answers typed words with a message through the outbox: kept when Teams is down, sent once for one activity.
 * The stored message holds ids only; its card is filled when it is sent.
 */
export async function replyInConversation(
  parts: Runtime,
  words: Turn,
  actor: Actor,
  reply: Reply | Refusal,
  featureOf: (slug: string) => string,
): Promise<void> {
  const message = messageFor(reply, actor, featureOf);
  const to = { conversation: words.conversation, threadId: words.conversation.threadId };
  const notices: Notice[] = message === null ? [] : [{ key: `${answerPrefix}${activityKey(words)}`, ...message, to }];
  await parts.database.kysely.transaction().execute(async (trx) => {
    const now = parts.clock.now();
    await trx
      .insertInto('processedActivity')
      .values({ activityId: activityKey(words), at: now, reply: null })
      .onConflict((oc) => oc.doNothing())
      .execute();
    const deliveries = await storeNotices(trx, notices, now);
    await parts.enqueue(trx, {
      deliveries: [...deliveries, ...(await releaseIn(trx, actor))],
      rosters: [],
      wakeAt: [],
    });
  });
}

/** Who speaks to the bot in person can be reached again: what could not be delivered there follows. */
const releaseIn = (trx: Transaction<Schema>, { conversation, person }: Actor): Promise<Delivery[]> =>
  conversation.scope === 'personal' ? releaseChat(trx, person.id) : Promise.resolve([]);

/** The bot was added to a chat again: what could not be delivered there follows. */
export const releaseAtInstallation = (parts: Runtime, actor: Actor): Promise<void> =>
  parts.database.kysely.transaction().execute(async (trx) => {
    await parts.enqueue(trx, { deliveries: await releaseIn(trx, actor), rosters: [], wakeAt: [] });
  });

function messageFor(
  reply: Reply | Refusal,
  actor: Actor,
  featureOf: (slug: string) => string,
): Pick<Notice, 'view' | 'params'> | null {
  if (isRefusal(reply)) {
    const { refused: code, values = {} } = reply;
    return startCards.refusal.with({ code, values, language: actor.language });
  }
  if ('show' in reply) return { view: reply.show, params: reply.with };
  if ('nothing' in reply) return null;
  const { form, with: subject } = reply;
  return startCards.form.with({ form, with: textsOf(subject), room: featureOf(form) });
}

/** What a form is opened with, as a button carries it: texts, and nothing where nothing is known. */
const textsOf = (given: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, String(value)]],
    ),
  );
