import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import { addedTo } from '../../contracts/turn.js';
import { audienceOf } from './audience.js';
import { startCards } from '../../contracts/start-cards.js';

/**
 * The bot was added to a conversation: it says what it does, once. Teams tells an installation twice, in any order, and may
 * tell it again at any later time; a linked channel knows the bot already. Taken away and added again is a new beginning.
 */
export const greet = reaction({
  slug: turnActions.installed,
  startedBy: 'event',
  anywhere: true,
  subject: z.object({}),
  fields: z.object({}),
  load: async (read, _subject, { actor }) => ({
    known: actor.channel !== null || (await read.wasWelcomed(addedTo(actor.conversation))),
  }),
  may: () => null,
  decide({ known }, _fields, { actor, now }) {
    if (known) return {};
    const conversationId = addedTo(actor.conversation);
    return {
      changes: [{ put: 'welcomed', row: { conversationId } }],
      notices: [
        {
          key: `welcome:${conversationId}:${now.toISOString()}`,
          ...startCards.welcome.with(audienceOf(actor)),
          to: { conversation: actor.conversation },
        },
      ],
    };
  },
});
