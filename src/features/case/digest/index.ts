import type { Feature } from '../../../contracts/action.js';
import { digestCard } from './digest-card.js';
import { sendDigest } from './send-digest.job.js';

/** What was kept for somebody until he or she wants to read it, told together with what is late and to decide. */
export const digest: Feature = {
  name: 'digest',
  actions: [],
  views: [digestCard],
  jobs: [sendDigest],
};
