import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { importCards } from './import-cards.js';

/** The desk asks for the page on which help lines are imported from a file. */
export const importLines = action({
  slug: 'import-lines',
  words: { nl: ['hulplijnen invoeren', 'hulplijnen importeren'], en: ['import help lines'] },
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: (_loaded, { actor }) => deskOnly(actor),
  decide: () => ({ reply: importCards.door.shown({}) }),
});
