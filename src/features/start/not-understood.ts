import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import { referencesSaid } from '../../domain/reference.js';
import { audienceOf, refersElsewhere } from './audience.js';
import { nearestDoings } from './nearest-doings.js';
import { mostReferences } from './suggestions.js';
import { startCards } from '../../contracts/start-cards.js';

/** Anything else gets the two nearest things one can do. What was typed is looked at and thrown away, never stored. */
export const notUnderstood = reaction({
  slug: turnActions.notUnderstood,
  startedBy: 'words',
  anywhere: true,
  subject: z.object({ said: z.string() }),
  fields: z.object({}),
  load: async (_read, { said }) => said,
  may: () => null,
  decide: (said, _fields, { actor }) => {
    const who = audienceOf(actor);
    const { doings, known } = nearestDoings(said, who);
    const elsewhere = (doing: string): boolean => doing === 'start-intake' && refersElsewhere(who);
    const nearest = doings.filter((doing) => !elsewhere(doing));
    const references = referencesSaid(said).slice(0, mostReferences);
    return { reply: startCards.suggestions.shown({ nearest, known, chat: doings.some(elsewhere), references }) };
  },
});
