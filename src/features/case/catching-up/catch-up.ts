import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { ownTeam } from '../handing-over/whose.js';
import { catchingCards } from './catching-cards.js';

/** Bijpraten: what others did with the cases on one's name since one last said to have seen it. */
export const catchUp = action({
  slug: 'catch-up',
  words: {
    nl: ['bijpraten', 'wat is er gebeurd', 'wat is er veranderd', 'nieuws'],
    en: ['catch up', 'catch me up', 'what happened', 'news'],
  },
  subject: z.object({}),
  fields: z.object({}),
  load: async () => ({}),
  may: (_nothing, { actor }) => (ownTeam(actor) === null ? { refused: 'not-a-member' } : null),
  decide: (_nothing, _fields, { actor }) => ({ reply: catchingCards.happened.shown({ personId: actor.person.id }) }),
});
