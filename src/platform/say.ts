import type { Actor } from '../contracts/actor.js';
import { isRefusal, type Notice, type Refusal, type Reply } from '../contracts/outcome.js';
import type { Turn } from '../contracts/turn.js';
import type { Performing } from './perform.js';
import { storeNotices } from './outbox/store.js';

/** Views of the platform itself, which a feature provides: a form or a refusal as a message in a conversation. */
export const platformViews = { form: 'stored-form', refusal: 'refusal' } as const;

/**
 * Answers typed words with a message through the outbox: kept when Teams is down, sent once for one activity.
 * The stored message holds ids only; its card is filled when it is sent.
 */
export async function sayInConversation(
  parts: Performing,
  words: Turn,
  actor: Actor,
  reply: Reply | Refusal,
  roomOf: (slug: string) => string,
): Promise<void> {
  const message = messageFor(reply, actor, roomOf);
  if (message === null) return;
  const notice: Notice = {
    key: `said:${words.activityId}`,
    ...message,
    to: { conversation: words.conversation, threadId: words.conversation.threadId },
  };
  await parts.database.kysely.transaction().execute(async (trx) => {
    const deliveries = await storeNotices(trx, [notice], parts.clock.now());
    await parts.enqueue(trx, { deliveries, rosters: [], wakeAt: [] });
  });
}

function messageFor(
  reply: Reply | Refusal,
  actor: Actor,
  roomOf: (slug: string) => string,
): Pick<Notice, 'view' | 'params'> | null {
  if (isRefusal(reply)) {
    const { refused: code, values = {} } = reply;
    return { view: platformViews.refusal, params: { code, values, language: actor.language } };
  }
  if ('show' in reply) return { view: reply.show, params: reply.with };
  if ('nothing' in reply) return null;
  const { form, with: subject } = reply;
  return { view: platformViews.form, params: { form, with: subject, room: roomOf(form) } };
}
