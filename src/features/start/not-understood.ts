import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { turnActions } from '../../contracts/jobs.js';
import { audienceOf } from './audience.js';
import { nearestDoings } from './nearest-doings.js';

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
    return { reply: { show: 'suggestions', with: { nearest: nearestDoings(said, who) } } };
  },
});
