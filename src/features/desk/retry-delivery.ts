import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { messagesOf } from './undelivered-messages.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { deskCards } from './desk-cards.js';

/** The desk has what could not be delivered tried once more, in the organisation's present channel. */
export const retryDelivery = action({
  slug: 'retry-delivery',
  subject: z.object({ organisationId: z.string().nullable().default(null), reason: z.string() }),
  fields: z.object({}),
  load: async (read, subject) => ({ subject, messages: await messagesOf(read, subject) }),
  may: (_loaded, { actor }) => deskOnly(actor),
  decide: ({ subject, messages }) => ({
    resend: messages.map((message) => message.id),
    reply: deskCards.undelivered.shown(subject),
  }),
});
