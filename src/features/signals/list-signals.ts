import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import { isInWorkgroup } from '../../contracts/workgroup-home.js';
import { listFilters, type Shown } from './signal-list.js';
import { mayKeep } from './typed-signal.js';
import { signalCards } from '../../contracts/signal-notices.js';

/** What to look for: behind the word, or in the field. A message with the list is stored, so nothing personal is kept. */
const searchable = (words: string, context: ActionContext): string | null =>
  words.trim() === '' || !mayKeep(words, false, context) ? null : words.trim().slice(0, 100);

/** Signalen: the list for the working group and the desk, with search words behind it; for everybody else one's own. */
export const listSignals = action({
  slug: 'list-signals',
  words: { nl: ['signalen'], en: ['signals'], rest: 'said' },
  subject: z.object({ said: z.string().default('') }),
  fields: z.object({
    filter: z.enum(listFilters).optional().catch(undefined),
    words: z.string().optional(),
  }),
  load: async (_read, { said }) => ({ said }),
  may: (_facts, { actor }) => (actor.organisations.length === 0 ? { refused: 'not-a-member' } : null),
  decide: ({ said }, { filter, words }, context): Outcome =>
    listFor(searchable(words ?? said, context), filter ?? null, context),
});

/** The list that somebody may see, as an answer. */
const listFor = (words: string | null, filter: Shown | null, { actor }: ActionContext): Outcome => ({
  reply: signalCards.list.shown({
    ...(isInWorkgroup(actor) ? {} : { personId: actor.person.id }),
    ...(filter === null ? {} : { filter }),
    ...(words === null ? {} : { words }),
  }),
});
