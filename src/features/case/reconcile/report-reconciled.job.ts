import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Outcome } from '../../../contracts/outcome.js';
import { foundSomething } from '../../../domain/case/reconcile.js';
import { reconciledSchema } from './reconciled.js';

/**
 * Tells the desk what a run over all open cases has mended, the posts that Teams said were gone among it; after a run that
 * the desk asked for, also that all is well.
 */
export const reportReconciled = job({
  name: jobNames.reportReconciled,
  subject: z.object({ found: reconciledSchema, asked: z.boolean() }),
  async load(read, { found, asked }, { settings }) {
    const last = settings.reconciled === null ? null : new Date(settings.reconciled.at);
    return { found, asked, remade: await read.countRemade(last) };
  },
  decide({ found, asked, remade }, { now }): Outcome {
    const total = { ...found, postsMade: found.postsMade + remade };
    const at = now.toISOString();
    return {
      changes: [{ put: 'setting', row: { reconciled: { at, ...total } } }],
      notices:
        asked || foundSomething(total)
          ? [{ key: `reconciled:${at}`, view: 'reconciled', params: { ...total }, to: { desk: true } }]
          : [],
    };
  },
});
