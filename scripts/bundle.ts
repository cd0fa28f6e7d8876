/** Second half of `npm run build`: what the compiler made becomes one file, and what Node makes of it is kept beside it. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle/bundle.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

await bundle(here('../dist'), here('../dist/bot.cjs'));
execFileSync(process.execPath, [here('start.js'), '--only-compile'], { env: {}, stdio: 'ignore' });
