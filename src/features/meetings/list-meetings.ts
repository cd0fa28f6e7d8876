import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { meetingCards } from './meeting-cards.js';

/** Vergaderingen: those of this school year, coming and past (R19). */
export const listMeetings = action({
  slug: 'list-meetings',
  words: { nl: ['vergaderingen', 'vergadering'], en: ['meetings', 'meeting'] },
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: (_loaded, { actor }) => workgroupOnly(actor),
  decide: () => ({ reply: meetingCards.list.shown({}) }),
});
