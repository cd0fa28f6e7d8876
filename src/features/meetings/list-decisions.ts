import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';

/** Besluiten, with or without words to look for: the open ones first (R19). */
export const listDecisions = action({
  slug: 'list-decisions',
  words: { nl: ['besluiten', 'besluit'], en: ['decisions', 'decision'], rest: 'words' },
  subject: z.object({ words: z.string().max(100).optional().catch(undefined) }),
  fields: z.object({}),
  load: async (_read, { words }) => ({ words: words?.trim() ?? '' }),
  may: (_loaded, { actor }) => workgroupOnly(actor),
  decide: ({ words }) => ({ reply: { show: 'decision-list', with: words === '' ? {} : { words } } }),
});
