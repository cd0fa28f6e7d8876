import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { personalFault } from './personal-words.js';
import { membersOf } from './working-group.js';
import { meetingCards } from './meeting-cards.js';

/**
 * Besluiten, with or without words to look for: the open ones first (R19). The answer is a message that stays, so words in
 * which something personal is found are left out; those who take part and who own a decision may be named.
 */
export const listDecisions = action({
  slug: 'list-decisions',
  words: { nl: ['besluiten', 'besluit'], en: ['decisions', 'decision'], rest: 'words' },
  subject: z.object({ words: z.string().max(100).optional().catch(undefined) }),
  fields: z.object({}),
  async load(read, { words = '' }) {
    const people = (await membersOf(read)).map(({ name }) => name);
    const owners = (await read.decisions({})).map(({ ownerName }) => ownerName);
    return { words: words.trim(), known: [...people, ...owners] };
  },
  may: (_loaded, { actor }) => workgroupOnly(actor),
  decide({ words, known }, _fields, { calendar, now }) {
    const isHarmless = personalFault(words, calendar.dayOf(now), { known, sure: false }) === null;
    return { reply: meetingCards.decisions.shown(words !== '' && isHarmless ? { words } : {}) };
  },
});
