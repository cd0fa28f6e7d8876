import type { Feature } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import { reconcileBegun } from './reconcile-begun.js';
import { reconcileCases } from './reconcile-cases.job.js';
import { reconcileNow } from './reconcile-now.js';
import { reportReconciled } from './report-reconciled.job.js';
import { reconciled } from './reconciled.js';

/** Every night, and when the desk asks: is everything there that each open case needs? */
export const reconcile: Feature = {
  name: 'reconcile',
  actions: [reconcileNow],
  views: [reconciled, reconcileBegun],
  jobs: [reconcileCases, reportReconciled],
  schedules: [
    {
      job: jobNames.reconcile,
      next: (now, { calendar }) => {
        const tonight = calendar.at(calendar.dayOf(now), 3, 0);
        return tonight > now ? tonight : calendar.at(calendar.addDays(calendar.dayOf(now), 1), 3, 0);
      },
    },
  ],
};
