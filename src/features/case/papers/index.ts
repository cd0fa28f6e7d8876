import type { Feature } from '../../../contracts/action.js';
import { casePapers } from './case-papers.js';
import { noteAccountOpened } from './note-account-opened.js';
import { accountPages } from './account-pages.js';
import { letterPages } from './letter-pages.js';

/** What of a referral is put on paper, drawn when it is opened and stored nowhere. */
export const papers: Feature = {
  name: 'papers',
  actions: [],
  reactions: [noteAccountOpened],
  views: [casePapers],
  jobs: [],
  pages: [...letterPages, ...accountPages],
};
