/** Writes docs/states.md and docs/policy.md from what the domain does: `npm run states:draw`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { drawPolicy } from './states/policy-page.js';
import { drawStates } from './states/state-page.js';
import { transitions } from './states/transitions.js';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/states.md', drawStates(transitions()));
writeFileSync('docs/policy.md', drawPolicy());
console.log('docs/states.md, docs/policy.md');
