import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { built } from './built.js';
import { startChild } from './child.js';
import { digest, keptFolder, root } from './kept-folder.js';
import { madeOncePerRun } from './run-directory.js';

/** What tests of the embedded engine begin from: dumps without tables or with all of them, and a data directory with all. */
export type Prepared = 'empty' | 'migrated' | 'directory';

const day = 86_400_000;

/**
 * The path of a prepared database. Making one takes seconds, so it is kept between runs under a digest of everything it
 * is made with: the program that makes it, all that this imports, and the packages.
 */
export async function prepared(kind: Prepared): Promise<string> {
  const note = await madeOncePerRun(`prepared-${kind}`, async (path) => {
    const all = keptFolder('prepared');
    const folder = join(all, madeFrom(join(await built(), 'tests/support/children/make-template.js')));
    mkdirSync(folder, { recursive: true });
    utimesSync(folder, new Date(), new Date());
    forgetOld(all);
    if (!existsSync(join(folder, kind))) await make(kind, join(folder, kind));
    writeFileSync(path, join(folder, kind));
  });
  return readFileSync(note, 'utf8');
}

async function make(kind: Prepared, path: string): Promise<void> {
  const half = `${path}.${process.pid}.half`;
  await (
    await startChild('make-template', kind, half)
  ).finished;
  // Another run may have been first: what it made is as good.
  if (existsSync(path)) rmSync(half, { recursive: true });
  else renameSync(half, path);
}

/** A digest of a compiled file, of everything it imports of ours, and of the versions of the packages. */
function madeFrom(file: string): string {
  const seen = new Map<string, string>();
  const take = (path: string): void => {
    if (seen.has(path)) return;
    const code = readFileSync(path, 'utf8');
    seen.set(path, code);
    for (const [, other] of code.matchAll(/from ["'](\.[^"']+)["']/g)) take(join(dirname(path), other!));
  };
  take(file);
  const sources = [...seen].sort(([one], [other]) => one.localeCompare(other)).map(([, code]) => code);
  return digest(...sources, readFileSync(join(root, 'package-lock.json')));
}

/** What no run has used for a day is of other sources. */
function forgetOld(folder: string): void {
  for (const name of readdirSync(folder))
    if (Date.now() - statSync(join(folder, name)).mtimeMs > day) rmSync(join(folder, name), { recursive: true });
}
