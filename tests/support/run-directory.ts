import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.js';

/** The folder that the files of one jest run share; tests/support/run.ts makes and removes it. */
function runDirectory(): string {
  const path = process.env['TEST_RUN_DIRECTORY'];
  if (path === undefined) throw new Error('TEST_RUN_DIRECTORY is not set: run the tests through jest.');
  return path;
}

/**
 * Returns the path of `name` in the run's folder; the first test file of the run that asks makes it with `make`.
 * Why: a server and a migrated database cost seconds. One is enough for a run, and a run that needs none pays nothing.
 */
export async function madeOncePerRun(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(runDirectory(), name);
  const turn = `${path}.turn`;
  await until(`${name} made by another test file`, () => existsSync(path) || takeTurn(turn), 300_000);
  if (existsSync(path)) return path;
  try {
    await make(`${path}.half`);
    renameSync(`${path}.half`, path);
  } finally {
    rmSync(turn, { force: true });
  }
  return path;
}

/** True when this process may make it now. */
function takeTurn(turn: string): boolean {
  try {
    closeSync(openSync(turn, 'wx'));
    return true;
  } catch {
    return false;
  }
}
