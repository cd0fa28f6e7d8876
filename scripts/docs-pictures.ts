/** Puts the pictures that the browser story took (artifacts/browser) where README.md and the guides show them. `npm run docs:pictures` */
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const pictures = {
  'story-1-intake-1.png': 'intake-step.png',
  'story-4-offer.png': 'offer.png',
  'story-5-details.png': 'file.png',
  'story-8-clb-channel.png': 'clb-channel.png',
  'story-10-desk.png': 'desk.png',
  'story-12-my-referrals.png': 'my-referrals.png',
  'story-13-meetings.png': 'meeting.png',
};

for (const [taken, shown] of Object.entries(pictures))
  copyFileSync(join(root, 'artifacts/browser', taken), join(root, 'docs/pictures', shown));
