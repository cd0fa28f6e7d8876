import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { workerCards } from '../../contracts/worker-cards.js';
import { changed, loadOwn, mayHave } from './own-details.js';

/** "Geen eigen nummer": the organisation's number stands there, and it is not asked again. */
export const skipPhone = action({
  slug: 'skip-phone',
  subject: z.object({}),
  fields: z.object({}),
  load: loadOwn,
  may: mayHave,
  decide: (own, _fields, { now }) => ({
    ...changed(own, { ...own.details, phone: null, phoneAnsweredAt: now }),
    reply: { ...workerCards.details.shown({}), note: { key: 'done' } },
  }),
});
