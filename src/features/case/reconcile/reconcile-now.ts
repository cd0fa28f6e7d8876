import { z } from 'zod';
import { actsFor } from '../../../contracts/actor.js';
import { action } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import { caseViews } from '../case-views.js';

/** Alles nakijken: the desk has the nightly run done now; what it found comes in the desk's channel. */
export const reconcileNow = action({
  slug: 'reconcile-now',
  words: { nl: ['alles nakijken', 'nazicht'], en: ['check everything'] },
  subject: z.object({}),
  fields: z.object({}),
  load: () => Promise.resolve({}),
  may: (_facts, { actor }) => (actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null),
  decide: (_facts, _fields, { now }) => ({
    dues: [{ key: 'reconcile:now', job: jobNames.reconcile, subject: { asked: true }, at: now }],
    reply: caseViews.reconcileBegun.shown({}),
  }),
});
