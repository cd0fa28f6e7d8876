/** Second half of `npm run build`: what the compiler made becomes one file, and what Node makes of it, and of the cards, is kept beside it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { houseCards } from '../src/platform/teams/cards/house-cards.js';
import { bundle } from './bundle/bundle.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

await bundle(here('../dist'), here('../dist/bot.cjs'));
await houseCards(here('../cards'), here('../dist/expressions.json')).warmUp(async () => undefined);
execFileSync(process.execPath, [here('start.js'), '--only-compile'], { env: {}, stdio: 'ignore' });
