import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { audienceOf } from './audience.js';

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
  decide: (_loaded, _fields, { actor }) => ({ reply: { show: 'welcome', with: audienceOf(actor) } }),
});
