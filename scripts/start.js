import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/*
 * `npm start`: starts what `npm run build` made, and compiles nothing. Plain JavaScript, because on a server there is
 * nothing that could read anything else. With `--only-compile` it runs nothing, as the build does at its end.
 */
const built = fileURLToPath(new URL('../dist/bot.cjs', import.meta.url));
const kept = `${built}.compiled-${process.versions.v8}-${process.arch}`;
const onlyCompile = process.argv[2] === '--only-compile';
if (onlyCompile) process.argv.length = 2;

function refuse(why) {
  process.stderr.write(`The bot cannot start. ${why}\nSee “Start” in docs/operations.md.\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  refuse(`Node ${process.versions.node} is too old: use 24, or at least 22.12 (20.19 still runs).`);

if (!existsSync(built)) refuse('It was not built: run npm ci && npm run build first, once for each version.');

const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
// ASCII only: read so, it takes a byte for each character, also in memory.
const script = new Script(Module.wrap(readFileSync(built, 'latin1')), { filename: built, cachedData });

/** What Node has compiled so far is kept for the next start; where nothing can be written, that one compiles again. */
function keep() {
  try {
    writeFileSync(`${kept}.${process.pid}`, script.createCachedData());
    renameSync(`${kept}.${process.pid}`, kept);
  } catch {
    // A folder that is only read.
  }
}

let isLoaded = false;
if (onlyCompile) {
  // Without settings it ends where it would begin: by then everything was loaded.
  process.once('exit', () => {
    if (isLoaded) keep();
    process.exitCode = isLoaded ? 0 : 1;
  });
} else if (cachedData === undefined || script.cachedDataRejected) {
  setTimeout(keep, 20_000).unref();
}

try {
  const own = { exports: {} };
  script.runInThisContext()(own.exports, createRequire(built), own, built, dirname(built));
  isLoaded = true;
} catch (error) {
  if (error?.code !== 'MODULE_NOT_FOUND') throw error;
  refuse(`A part is missing: run npm ci --omit=dev here, and build again if that does not help. (${error.message})`);
}
