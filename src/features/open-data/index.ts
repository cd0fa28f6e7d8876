import type { Feature } from '../../contracts/action.js';
import { openDataPages } from './open-data-pages.js';

/** What everybody may read and use again, as HSDS 3. */
export const openData: Feature = { name: 'open-data', actions: [], views: [], jobs: [], pages: openDataPages };
