/** Writes docs/states.md from the table in the domain: `npm run states:draw`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { transitions } from '../src/domain/case/states.js';
import { drawStates } from './states/state-page.js';

mkdirSync('docs', { recursive: true });
writeFileSync('docs/states.md', drawStates(transitions));
console.log('docs/states.md');
