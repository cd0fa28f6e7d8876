import type { Feature } from '../../../contracts/action.js';
import { handOverCase } from './hand-over-case.job.js';
import { handOverWork } from './hand-over-work.js';
import { handOverWorkJob } from './hand-over-work.job.js';
import { workHandedOver } from './work-handed-over.js';

/** Work that goes to a colleague: everything that somebody has on his or her name. */
export const handingOver: Feature = {
  name: 'handing-over',
  actions: [handOverWork],
  views: [workHandedOver],
  jobs: [handOverWorkJob, handOverCase],
};
