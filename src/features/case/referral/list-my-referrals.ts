import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { Refusal } from '../../../contracts/outcome.js';
import { listOf, type ListOf } from '../../../contracts/waiting.js';
import { caseViews } from '../case-views.js';

/** Mijn aanmeldingen, werklijst: what waits for me; in a channel what waits for the organisation. */
export const listMyReferrals = action({
  slug: 'list-my-referrals',
  words: {
    nl: ['mijn aanmeldingen', 'werklijst', 'aanmeldingen', 'mijn werklijst'],
    en: ['my referrals', 'worklist', 'referrals', 'my worklist'],
  },
  subject: z.object({ page: z.coerce.number().int().min(0).catch(0) }),
  fields: z.object({}),
  load: async (_read, { page }, { actor }): Promise<(ListOf & { readonly page: number }) | Refusal> => {
    const list = listOf(actor);
    if (list !== null) return { ...list, page };
    return { refused: actor.conversation.scope === 'personal' ? 'not-a-member' : 'not-linked' };
  },
  may: () => null,
  decide: ({ organisationIds, personId, page }) => ({
    reply: caseViews.worklist.shown({ organisationIds, personId, page }),
  }),
});
