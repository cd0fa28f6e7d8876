import type { Feature } from '../../../contracts/action.js';
import { casePapers } from './case-papers.js';
import { letterPages } from './pages/letter-pages.js';

/** What of a referral is put on paper, drawn when it is opened and stored nowhere. */
export const papers: Feature = {
  name: 'papers',
  actions: [],
  views: [casePapers],
  jobs: [],
  pages: letterPages,
};
