import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import { groupOf } from '../../contracts/waiting-group.js';
import { listOf } from '../../contracts/waiting.js';
import { audienceOf } from './audience.js';
import { startCards } from '../../contracts/start-cards.js';

/** A greeting is answered with what the bot does. */
export const sayHello = action({
  slug: 'say-hello',
  anywhere: true,
  words: {
    nl: ['hallo', 'hoi', 'dag', 'goedemorgen', 'goedemiddag', 'goeiemorgen', 'goedenavond', 'hey', 'beste'],
    en: ['hello', 'hi', 'good morning', 'good afternoon'],
  },
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: () => null,
  decide: (_loaded, _fields, { actor }) => ({
    reply: startCards.welcome.shown({ ...audienceOf(actor), list: homeOf(actor) }),
  }),
});

/** What waits for who greets: the list of referrals, or what the working group has before it. */
function homeOf(actor: Actor) {
  const list = listOf(actor);
  const groups = groupOf(actor);
  return list ?? (groups.length === 0 ? null : { of: 'workgroup', organisationIds: groups, personId: null });
}
