import type { Feature } from '../../contracts/action.js';
import { editMyDetails } from './edit-my-details.js';
import { myDetails } from './my-details.js';
import { phoneQuestion } from './phone-question.js';
import { releaseHeld } from './release-held.job.js';
import { skipPhone } from './skip-phone.js';

/** How a worker is reached: what Teams tells, and what he or she says. */
export const worker: Feature = {
  name: 'worker',
  actions: [editMyDetails, skipPhone],
  views: [myDetails, phoneQuestion],
  jobs: [releaseHeld],
};
