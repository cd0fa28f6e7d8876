import { z } from 'zod';
import { action } from '../../contracts/action.js';

/** Mijn signalen: what became of one's own. */
export const listMySignals = action({
  slug: 'list-my-signals',
  words: { nl: ['mijn signalen'], en: ['my signals'] },
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: (_facts, { actor }) => (actor.organisations.length === 0 ? { refused: 'not-a-member' } : null),
  decide: (_facts, _fields, { actor }) => ({ reply: { show: 'signal-list', with: { personId: actor.person.id } } }),
});
