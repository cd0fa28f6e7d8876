import type { Feature } from '../../../contracts/action.js';
import { handOverCase } from './hand-over-case.job.js';
import { handOverInquiry } from './hand-over-inquiry.job.js';
import { handOverWork } from './hand-over-work.js';
import { handOverWorkJob } from './hand-over-work.job.js';
import { looksForGoneEachDay, tellGone, tellGoneDesk } from './tell-gone.job.js';
import { workHandedOver } from './work-handed-over.js';
import { workerGone } from './worker-gone.js';

/** Work that goes to a colleague: everything that somebody has on his or her name, or one case; who left is noticed. */
export const handingOver: Feature = {
  name: 'handing-over',
  actions: [handOverWork],
  views: [workHandedOver, workerGone],
  jobs: [handOverWorkJob, handOverCase, handOverInquiry, tellGone, tellGoneDesk],
  schedules: [looksForGoneEachDay],
};
