import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { deskCards } from './desk-cards.js';

/** `meldpunt`: the desk's menu. */
export const showDesk = action({
  slug: 'show-desk',
  words: { nl: ['meldpunt', 'beheer'], en: ['desk'] },
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: (_loaded, { actor }) => deskOnly(actor),
  decide: () => ({ reply: deskCards.menu.shown({}) }),
});
