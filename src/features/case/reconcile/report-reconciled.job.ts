import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Outcome } from '../../../contracts/outcome.js';
import { foundSomething, nothingReconciled } from '../../../domain/case/reconcile.js';
import { reconciledSchema } from './reconciled.js';
import { caseViews } from '../case-views.js';

/**
 * Tells the desk what a run over all open cases has mended, the posts that Teams said were gone among it; after a run that
 * the desk asked for, also that all is well. The first run of a new version makes what that version wants and the one before
 * did not know of: nothing was lost, so nothing is told.
 */
export const reportReconciled = job({
  name: jobNames.reportReconciled,
  subject: z.object({ found: reconciledSchema, asked: z.boolean() }),
  async load(read, { found, asked }, { settings }) {
    const { reconciled: last } = settings;
    return { found, asked, last, remade: await read.countRemade(last === null ? null : new Date(last.at)) };
  },
  decide({ found, asked, last, remade }, { now, version }): Outcome {
    const all = { ...found, postsMade: found.postsMade + remade };
    const total = asked || last?.by === version ? all : { ...nothingReconciled, cases: all.cases };
    const at = now.toISOString();
    return {
      changes: [{ put: 'setting', row: { reconciled: { at, by: version, ...total } } }],
      notices:
        asked || foundSomething(total)
          ? [{ key: `reconciled:${at}`, ...caseViews.reconciled.with(total), to: { desk: true } }]
          : [],
    };
  },
});
