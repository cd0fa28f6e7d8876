import type { Feature } from '../../../contracts/action.js';
import { catchUp } from './catch-up.js';
import { noteSeen } from './note-seen.js';
import { whatHappened } from './what-happened.js';

/** What others did with the cases on one's name, for who was away or took over. */
export const catchingUp: Feature = {
  name: 'catching-up',
  actions: [catchUp, noteSeen],
  views: [whatHappened],
  jobs: [],
};
