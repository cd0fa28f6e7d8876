import type { Feature } from '../../../contracts/action.js';
import { openFile } from './open-file.js';
import { openedFile } from './opened-file.js';

/** Personal data on demand: for one person, written to the read log. */
export const privacy: Feature = { name: 'privacy', actions: [openFile], views: [openedFile], jobs: [] };
