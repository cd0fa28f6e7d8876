import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformSync, type Options } from '@swc/core';
import { keptFolder, root } from './kept-folder.js';
import { madeOncePerRun } from './run-directory.js';
import options from './runner/swc-options.json' with { type: 'json' };

/** What runs as a process of its own: the bot, the processes made to be killed, and those that are measured. */
const folders = ['src', 'tests/support', 'scripts/bench', 'scripts/generate'];

/**
 * The folder with the bot and the children as JavaScript, laid out as the checkout is: `src/index.js` is the bot.
 * It is kept between runs; each run compiles only what changed since, so starting a process costs no compiler.
 */
export async function built(): Promise<string> {
  const folder = keptFolder('built');
  await madeOncePerRun('built', async (path) => {
    for (const each of folders) bringUpToDate(each, folder);
    writeFileSync(join(folder, 'package.json'), readFileSync(join(root, 'package.json')));
    if (!existsSync(join(folder, 'cards'))) symlinkSync(join(root, 'cards'), join(folder, 'cards'));
    writeFileSync(path, folder);
  });
  return folder;
}

function bringUpToDate(name: string, folder: string): void {
  const wanted = new Map(filesIn(join(root, name)).map((file) => [file.replace(/\.ts$/, '.js'), file]));
  const half = join(folder, `${process.pid}.half`);
  for (const [made, file] of wanted) write(join(root, name, file), join(folder, name, made), half);
  for (const file of filesIn(join(folder, name))) if (!wanted.has(file)) rmSync(join(folder, name, file));
}

const filesIn = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** A file is of the same age as its source: another age means another source. Another run may be reading: replaced whole. */
function write(from: string, to: string, half: string): void {
  const { mtime } = statSync(from);
  if (existsSync(to) && statSync(to).mtime.getTime() === mtime.getTime()) return;
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(half, from.endsWith('.ts') ? compile(from) : readFileSync(from));
  utimesSync(half, mtime, mtime);
  renameSync(half, to);
}

/** Types stripped, nothing else: the same program as `npm run build` makes, in a second. */
const compile = (file: string): string => transformSync(readFileSync(file, 'utf8'), options as Options).code;
