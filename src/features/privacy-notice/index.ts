import type { Feature } from '../../contracts/action.js';
import { noticePages } from './pages/notice-pages.js';

/** What everybody may read about the data and the agreements: the pages that the app package names. */
export const privacyNotice: Feature = { name: 'privacy-notice', actions: [], views: [], jobs: [], pages: noticePages };
