import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** What reads files of its own beside its code, or is machine code: it stays in node_modules. */
const apart = ['@electric-sql/pglite', 'fs-native-extensions', 'pdfkit'];
/** Nobody has it, and who asks for it can do without. */
const absent = ['dtrace-provider'];

/**
 * The program in a folder, which begins in `index.js`, and its packages in one file `bot.cjs`: to find and read four thousand files is
 * half of a start. With it come a map to our sources and a list of which lines are of which file, for who reads a trace
 * (`src/platform/bundled-places.ts`).
 */
export async function bundle(program: string, outfile: string): Promise<void> {
  // Packages may be linked; files are known by where they really stand.
  const folder = realpathSync(program);
  await build({
    entryPoints: [join(folder, 'index.js')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'error',
    sourcemap: 'external',
    sourcesContent: false,
    absWorkingDir: folder,
    external: [...apart, ...absent],
    define: { 'import.meta.url': '__url' },
    // A missing package is said before anything begins.
    banner: {
      js: `const __url = require('node:url').pathToFileURL(__filename).href; ${JSON.stringify(apart)}.forEach((name) => require.resolve(name));`,
    },
    plugins: [reading(folder)],
  });
  writeFileSync(`${outfile}.files.json`, JSON.stringify(filesOf(readFileSync(outfile, 'latin1'))));
}

const emptyMap = Buffer.from('{"version":3,"sources":["package"],"names":[],"mappings":"AAAA"}').toString('base64');
const noMap = `\n//# sourceMappingURL=data:application/json;base64,${emptyMap}`;

/** How files are read into the bundle. */
const reading = (folder: string): Plugin => ({
  name: 'reading',
  setup(made) {
    made.onLoad({ filter: /\.[cm]?js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const contents = path.startsWith(folder) ? inPlace(code, relative(folder, path)) : withoutMap(code);
      return { contents, resolveDir: dirname(path) };
    });
  },
});

/** A file of ours goes on finding what lies beside it, where it was. */
const inPlace = (code: string, path: string): string =>
  code.replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, import.meta.url).href`);

/** Lines of packages would be nine tenths of the map; their files are in the list. */
const withoutMap = (code: string): string => code.replace(/^\/\/# sourceMappingURL=.*$/gm, '') + noMap;

/** On which line each file begins, as esbuild notes it: `// node_modules/pg/lib/client.js`. */
function filesOf(code: string): [number, string][] {
  const found: [number, string][] = [];
  code.split('\n').forEach((line, index) => {
    const path = /^\s{0,2}\/\/ (\S+\.(?:[cm]?js|json))$/.exec(line)?.[1];
    if (path !== undefined) found.push([index + 1, path.replace(/^.*(?=node_modules\/(?!\.cache))/, '')]);
  });
  return found;
}
