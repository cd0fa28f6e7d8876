import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { signalCards } from '../../contracts/signal-notices.js';

/** Mijn signalen: what became of one's own. */
export const listMySignals = action({
  slug: 'list-my-signals',
  words: { nl: ['mijn signalen'], en: ['my signals'] },
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: (_facts, { actor }) => (actor.organisations.length === 0 ? { refused: 'not-a-member' } : null),
  decide: (_facts, _fields, { actor }) => ({ reply: signalCards.list.shown({ personId: actor.person.id }) }),
});
