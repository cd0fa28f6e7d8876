import { z } from 'zod';
import { job } from '../../contracts/action.js';
import { jobNames } from '../../contracts/jobs.js';
import { deskCards } from './desk-cards.js';
import { postKey } from '../../domain/reference-to.js';

/**
 * A message that could not be delivered is put before the desk: one post a day per organisation and reason, which counts
 * along. What was meant for the desk itself is not told to the desk: it waits until it has a channel again.
 */
export const reportUndelivered = job({
  name: jobNames.reportUndelivered,
  subject: z.object({ messageId: z.string() }),
  async load(read, { messageId }) {
    const message = await read.undeliveredMessage(messageId);
    const [desk] = await read.organisations('desk');
    if (message === null || desk === undefined || message.organisationId === desk.id) return null;
    return { message, desk };
  },
  decide({ message: { organisationId, reason }, desk }, { now, calendar }) {
    const key = postKey(`undelivered:${organisationId ?? 'chat'}:${reason}:${calendar.dayOf(now)}`);
    return {
      refresh: [key],
      notices: [{ key, ...deskCards.undelivered.with({ organisationId, reason }), to: { organisation: desk.id } }],
    };
  },
});
