import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { bundle } from '../../scripts/bundle/bundle.js';
import { unbundled } from '../../src/platform/bundled-places.js';
import { newFolder } from '../support/folder.js';
import { root } from '../support/kept-folder.js';

const folder = newFolder();
afterAll(() => folder.remove());

/** A program of one file and one package, as `npm run build` lays it out. */
async function bundled(): Promise<string> {
  const put = (path: string, text: string): void => writeFileSync(join(folder.path, path), text);
  mkdirSync(join(folder.path, 'dist'));
  mkdirSync(join(folder.path, 'node_modules/goes-wrong'), { recursive: true });
  put('node_modules/goes-wrong/index.js', '\n\nmodule.exports = () => { throw new Error("of a package"); };\n');
  put(
    'dist/index.js',
    '\n\nimport wrong from "goes-wrong";\ntry { wrong(); } catch (error) { console.log(error.stack); }\n',
  );
  await bundle(join(folder.path, 'dist'), join(folder.path, 'dist/bot.cjs'));
  return join(folder.path, 'dist/bot.cjs');
}

it('a trace of the bundled program reads as if it were not one file: our places, the files of packages', async () => {
  const program = await bundled();
  const env = { NODE_PATH: join(root, 'node_modules') };
  const [, ofPackage = '', ours = '', ofNode = ''] = execFileSync(process.execPath, [program], { env })
    .toString()
    .split('\n');
  expect(ofPackage).toContain('bot.cjs');
  expect(unbundled(ofPackage)).toMatch(/\(node_modules\/goes-wrong\/index\.js, bot\.cjs:\d+:\d+\)$/);
  expect(unbundled(ours)).toMatch(/[( ]index\.js:4:\d+\)?$/);
  expect(unbundled(ofNode)).toBe(ofNode);
});

it('a place of which nothing is known stays as it is', () => {
  expect(unbundled('at f (/nowhere/bot.cjs:1:2)')).toBe('at f (/nowhere/bot.cjs:1:2)');
});
