import type { Feature } from '../../../contracts/action.js';
import { erasePupil } from './erase-pupil.js';
import { forgetTrail, forgetTrails, forgetsEachNight } from './forget-trails.job.js';
import { openFile } from './open-file.js';
import { openedFile } from './opened-file.js';

/** Personal data on demand: for one person, written to the read log; and erased, by its term or on request. */
export const privacy: Feature = {
  name: 'privacy',
  actions: [openFile, erasePupil],
  views: [openedFile],
  jobs: [forgetTrails, forgetTrail],
  schedules: [forgetsEachNight],
};
