import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { Read } from '../../../contracts/read.js';
import { unknownDetails, type WorkerDetails } from '../../../domain/worker.js';
import { ownTeam } from '../handing-over/whose.js';
import { catchingCards } from './catching-cards.js';

interface Seen {
  readonly details: WorkerDetails;
  /** When the card was drawn: what came later was not on it. */
  readonly until: Date;
}

/** Gezien: what stood on the card needs not be told again; what came since it was drawn still is. Never goes back. */
export const noteSeen = action({
  slug: 'note-seen',
  subject: z.object({ until: z.string().pipe(z.coerce.date()) }),
  fields: z.object({}),
  load: async (read: Read, { until }, { actor, now }: ActionContext): Promise<Seen> => {
    const details = (await read.worker(actor.person.id)) ?? unknownDetails(actor.person.id);
    const last = Math.min(until.getTime(), now.getTime());
    return { details, until: new Date(Math.max(last, details.caughtUpAt?.getTime() ?? 0)) };
  },
  may: (_seen, { actor }) => (ownTeam(actor) === null ? { refused: 'not-a-member' } : null),
  decide: ({ details, until }) => ({
    changes: [{ put: 'worker', row: { ...details, caughtUpAt: until } }],
    reply: catchingCards.happened.shown({ personId: details.personId }),
  }),
});
