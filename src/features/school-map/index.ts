import type { Feature } from '../../contracts/action.js';
import { askForHelp } from './ask-for-help.js';
import { confirmMap } from './confirm-map.js';
import { editMapLine } from './edit-map-line.js';
import { editMapNotes } from './edit-map-notes.js';
import { findMap } from './find-map.js';
import { lookAfterMaps, looksAfterMapsEachDay } from './look-after-maps.job.js';
import { mapPages } from './pages/map-pages.js';
import { removeMapLine } from './remove-map-line.js';
import { schoolMap } from './school-map.js';
import { schoolMapList } from './school-map-list.js';
import { schoolMapPost } from './school-map-post.js';
import { shareMap } from './share-map.js';
import { showMap } from './show-map.js';
import { startMap } from './start-map.js';
import { withdrawMapLink } from './withdraw-map-link.js';

/** A school's own map of help: with whom it works, what it looks for, what is missing. */
export const schoolMaps: Feature = {
  name: 'school-map',
  actions: [
    showMap,
    startMap,
    editMapLine,
    removeMapLine,
    editMapNotes,
    askForHelp,
    shareMap,
    confirmMap,
    withdrawMapLink,
  ],
  views: [schoolMapPost, schoolMap, schoolMapList],
  jobs: [lookAfterMaps],
  schedules: [looksAfterMapsEachDay],
  searches: [findMap],
  pages: mapPages,
};
