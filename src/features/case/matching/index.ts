import type { Feature } from '../../../contracts/action.js';
import { matchCaseJob } from './match-case.job.js';
import { matchFound } from './match-found.js';
import { matchServiceJob } from './match-service.job.js';
import { takeMatch } from './take-match.js';

/** A service with room, held against everybody who is helped nowhere yet: only that CLB hears whom it would fit (R12). */
export const matching: Feature = {
  name: 'matching',
  actions: [takeMatch],
  views: [matchFound],
  jobs: [matchServiceJob, matchCaseJob],
};
