import type { Feature } from '../../../contracts/action.js';
import { answerCheckIn } from './answer-check-in.js';
import { checkInCard } from './check-in.js';
import { checkInReferral } from './check-in-referral.job.js';
import { confirmCheckIn } from './confirm-check-in.js';
import { confirmWaiting } from './confirm-waiting.js';
import { returnToList } from './return-to-list.js';

/** Every few weeks a waiting list is looked through: is each who waits still needed? (R11) */
export const checkIn: Feature = {
  name: 'check-in',
  actions: [answerCheckIn, confirmCheckIn, confirmWaiting, returnToList],
  views: [checkInCard],
  jobs: [checkInReferral],
};
