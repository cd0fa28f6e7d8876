import { z } from 'zod';
import { action, type Action } from '../../contracts/action.js';
import { audienceOf } from './audience.js';
import type { Topic } from './explanation.js';
import { startCards } from '../../contracts/start-cards.js';

/** An action that anybody may start, anywhere, and that is answered with the explanation of one topic. */
export const explains = (slug: string, topic: Topic, words: NonNullable<Action['words']>) =>
  action({
    slug,
    anywhere: true,
    forEverybody: true,
    words,
    subject: z.object({}),
    fields: z.object({}),
    load: async () => ({}),
    may: () => null,
    decide: (_loaded, _fields, { actor }) => ({
      reply: startCards.explanation.shown({ topic, ...audienceOf(actor) }),
    }),
  });
