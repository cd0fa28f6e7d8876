import type { MessageRow } from './rows/schema.js';

/** A delivery to hand to the queue: which message, and the conversation whose order it keeps. */
export interface Delivery {
  readonly messageId: string;
  readonly conversation: string;
}

/** What answers somebody's own words begins so; the rest is the activity that is answered. */
export const answerPrefix = 'said:';

/** Keys of messages that wait for no older one in their place. */
const goFirst = [answerPrefix, 'teams-away:'];

/**
 * The work of sending one message. Order is kept per conversation; where nobody has spoken with the bot yet, per person.
 * What answers somebody's words has an order of its own there: who asks something does not wait until an older post that
 * Teams would not take has been tried again. So has what tells that Teams was away.
 */
export function deliveryOf(message: Pick<MessageRow, 'id' | 'key' | 'conversationId' | 'personId'>): Delivery {
  const { id, key, conversationId, personId } = message;
  const place = conversationId ?? `person:${personId}`;
  return { messageId: id, conversation: goFirst.some((prefix) => key.startsWith(prefix)) ? `answers:${place}` : place };
}
