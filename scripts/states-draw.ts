/** Writes docs/states.md, docs/policy.md and docs/delivery.md from what the program does: `npm run states:draw`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { drawDelivery } from './states/delivery-page.js';
import { drawPolicy } from './states/policy-page.js';
import { drawStates } from './states/state-page.js';
import { transitions } from './states/transitions.js';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/states.md', drawStates(transitions()));
writeFileSync('docs/policy.md', drawPolicy());
writeFileSync('docs/delivery.md', drawDelivery());
console.log('docs/states.md, docs/policy.md, docs/delivery.md');
