import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../scripts/bundle/bundle.js';
import { houseCards } from '../../src/platform/teams/cards/house-cards.js';
import { built } from './built.js';
import { root } from './kept-folder.js';
import { madeOncePerRun } from './run-directory.js';

/** These processes live for seconds: the database is compiled once, quickly, and not a second time to run faster. */
export const briefly = ['--no-warnings', '--liftoff-only'];

/**
 * The folder of a server as docs/operations.md tells to bring it, made once per run, for the tests that start the bot over and
 * over: `scripts/start.js` starts it. Node has what it compiled at hand, under the same options.
 */
export const bundledServer = (): Promise<string> =>
  madeOncePerRun('server', async (path) => {
    const program = await built();
    const here = (name: string): string => join(path, name);
    mkdirSync(here('dist'), { recursive: true });
    mkdirSync(here('scripts'));
    await bundle(join(program, 'src'), here('dist/bot.cjs'));
    await houseCards(join(root, 'cards'), here('dist/expressions.json')).warmUp(async () => undefined);
    symlinkSync(join(program, 'src/texts'), here('dist/texts'));
    for (const name of ['cards', 'node_modules']) symlinkSync(join(root, name), here(name));
    for (const name of ['package.json', 'scripts/start.js']) cpSync(join(root, name), here(name));
    execFileSync(process.execPath, [...briefly, here('scripts/start.js'), '--only-compile'], {
      env: {},
      stdio: 'ignore',
    });
  });
