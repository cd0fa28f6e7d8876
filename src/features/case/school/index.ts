import type { Feature } from '../../../contracts/action.js';
import { markSchoolSent } from './mark-school-sent.js';
import { openSchoolMessage } from './open-school-message.js';
import { openedSchoolMessage } from './opened-school-message.js';
import { releaseSchoolMessage } from './release-school-message.js';
import { returnSchoolMessage } from './return-school-message.js';
import { schoolMessage } from './school-message.js';
import { skipSchoolMessage } from './skip-school-message.js';
import { takeBackSent } from './take-back-sent.js';
import { writeSchoolMessage } from './write-school-message.js';

/** What the school hears of a trajectory (R14): written by the provider, released by the CLB, sent, and none of it forgotten. */
export const school: Feature = {
  name: 'school',
  actions: [
    writeSchoolMessage,
    openSchoolMessage,
    returnSchoolMessage,
    releaseSchoolMessage,
    markSchoolSent,
    takeBackSent,
    skipSchoolMessage,
  ],
  views: [schoolMessage, openedSchoolMessage],
  jobs: [],
};
