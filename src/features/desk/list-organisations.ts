import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { deskCards } from './desk-cards.js';

/** `organisaties`: every organisation, to see who is linked and to fill in what is missing. */
export const listOrganisations = action({
  slug: 'list-organisations',
  words: { nl: ['organisaties'], en: ['organisations'] },
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: (_loaded, { actor }) => deskOnly(actor),
  decide: () => ({ reply: deskCards.organisations.shown({}) }),
});
