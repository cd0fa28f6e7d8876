import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { audienceOf } from './audience.js';
import { startCards } from '../../contracts/start-cards.js';

/** `help`: what you can do here, by your role and this channel. */
export const sayHelp = action({
  slug: 'say-help',
  anywhere: true,
  words: { nl: ['help', 'hulp', 'menu', '?', 'wat kan je', 'wat kunt u'], en: ['help me', 'what can you do'] },
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: () => null,
  decide: (_loaded, _fields, { actor }) => ({ reply: startCards.help.shown(audienceOf(actor)) }),
});
