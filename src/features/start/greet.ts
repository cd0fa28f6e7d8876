import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import { audienceOf } from './audience.js';

/**
 * The bot was added to a conversation: it says what it does. Teams tells an installation twice, in any order, and some
 * clients tell it again; within a day that is one welcome.
 */
export const greet = reaction({
  slug: turnActions.installed,
  startedBy: 'event',
  anywhere: true,
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: () => null,
  decide: (_loaded, _fields, { actor, now, calendar }) => ({
    notices: [
      {
        key: `welcome:${actor.conversation.conversationId}:${calendar.dayOf(now)}`,
        view: 'welcome',
        params: audienceOf(actor),
        to: { conversation: actor.conversation },
      },
    ],
  }),
});
