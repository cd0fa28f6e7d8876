import { existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { built } from './built.js';
import { keptFolder, root } from './kept-folder.js';
import { madeOncePerRun } from './run-directory.js';

/** What reads files of its own beside its code, or is machine code: it stays in node_modules. */
const external = ['@electric-sql/pglite', 'fs-native-extensions', 'dtrace-provider', 'pdfkit'];

/**
 * The bot in one file, for the tests that start it over and over: the Teams SDKs alone are three thousand files, and to
 * find and read them is a third of a start. Made once per run, from the built program and the packages as they are.
 */
export async function bundledBot(): Promise<string> {
  const note = await madeOncePerRun('bundled', async (path) => {
    const folder = keptFolder('bundled/src');
    const program = await built();
    // The program finds its cards, its texts and its version from where it stands.
    linkOnce(join(root, 'package.json'), join(folder, '../package.json'));
    linkOnce(join(program, 'cards'), join(folder, '../cards'));
    for (const language of ['nl', 'en']) linkOnce(join(program, 'src/texts', language), join(folder, language));
    const half = join(folder, `${process.pid}.half.cjs`);
    await build({
      entryPoints: [join(program, 'src/index.js')],
      outfile: half,
      ...{ bundle: true, platform: 'node', format: 'cjs', external, logLevel: 'error' },
      define: { 'import.meta.url': '__url' },
      banner: { js: 'const __url = require("node:url").pathToFileURL(__filename).href;' },
    });
    renameSync(half, join(folder, 'index.cjs'));
    writeFileSync(path, join(folder, 'index.cjs'));
  });
  return readFileSync(note, 'utf8');
}

function linkOnce(target: string, path: string): void {
  if (!existsSync(path)) symlinkSync(target, path);
}
