import type { Feature } from '../../../contracts/action.js';
import { chooseFromWaitlist } from './choose-from-waitlist.js';
import { checkList } from './check-list.job.js';
import { checkLists, checkListsEachDay } from './check-lists.job.js';
import { confirmList } from './confirm-list.js';
import { confirmPlace } from './confirm-place.js';
import { freePlace } from './free-place.js';
import { listCheck } from './list-check.js';
import { moveStarts } from './move-starts.js';
import { moveStart } from './move-start.js';
import { serviceAvailability } from './service-availability.js';
import { serviceWaitlist } from './service-waitlist.js';
import { setAvailability } from './set-availability.js';
import { showAvailability } from './show-availability.js';
import { showWaitlist } from './show-waitlist.js';
import { waitlistChoice } from './waitlist-choice.js';
import { waitlistMoved } from './waitlist-moved.job.js';
import { waitingLists } from './waiting-lists.js';
import { waitlistStands } from './waitlist-stands.js';

/** The waiting list of a service: who is first, a place that came free, the expected start; and what every CLB sees of it. */
export const waitlist: Feature = {
  name: 'waitlist',
  actions: [
    freePlace,
    chooseFromWaitlist,
    confirmPlace,
    moveStart,
    showWaitlist,
    showAvailability,
    setAvailability,
    confirmList,
    moveStarts,
  ],
  views: [serviceWaitlist, waitlistStands, waitlistChoice, serviceAvailability, listCheck, waitingLists],
  jobs: [waitlistMoved, checkLists, checkList],
  schedules: [checkListsEachDay],
};
