import { exec, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bundledServer } from '../support/bundled.js';
import { newFolder } from '../support/folder.js';
import { until } from '../support/until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(exec);

/** What `npm start` runs; not npm itself, which could not bear the options below. */
const { start } = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } })
  .scripts;

/** Packages by their folder, as `npm ci` lays them out, with those that `--omit=dev` leaves away marked. */
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { dev?: boolean; optional?: boolean }>;
};
const neededAtRunTime = Object.entries(packages)
  .filter(([path, { dev, optional }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && !optional)
  .map(([path]) => path);

/** Packages are linked, so they must look for each other where the link stands. */
const env = { PATH: process.env['PATH'], NODE_OPTIONS: '--preserve-symlinks --preserve-symlinks-main' };

describe('npm start', () => {
  let folder: ReturnType<typeof newFolder>;
  const here = (path: string): string => join(folder.path, path);

  beforeEach(() => {
    folder = newFolder();
    mkdirSync(here('scripts'));
    for (const file of ['package.json', 'scripts/start.js']) copyFileSync(join(root, file), here(file));
  });
  afterEach(() => folder.remove());

  const startedBadly = () =>
    run(start, { cwd: folder.path, env }).then(
      () => 'it started',
      (error: { code: number; stderr: string }) => `${error.code}: ${error.stderr}`,
    );

  async function bring(...names: readonly string[]): Promise<void> {
    for (const name of names) symlinkSync(join(root, name), here(name));
    symlinkSync(join(await bundledServer(), 'dist'), here('dist'));
  }

  it('says in a sentence what to do when nothing was built, and compiles nothing itself', async () => {
    expect(await startedBadly()).toMatch(
      /^1: The bot cannot start\. It was not built: run npm ci && npm run build first, once for each version\.\nSee “Start” in docs\/operations\.md\.\n/,
    );
  });

  it('says which package is missing when the packages were not brought', async () => {
    await bring('cards');
    expect(await startedBadly()).toMatch(/^1: The bot cannot start\. A part is missing: run npm ci --omit=dev/);
  });

  it('starts what was built with the packages of production only, and ends when asked', async () => {
    await bring('cards');
    for (const path of neededAtRunTime) {
      mkdirSync(dirname(here(path)), { recursive: true });
      symlinkSync(join(root, path), here(path));
    }
    const settings = { LOCAL_MODE: '1', PORT: '0', DATA_DIRECTORY: here('data') };
    const child = spawn(start, { shell: true, cwd: folder.path, env: { ...env, ...settings } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    const ended = new Promise((resolve) => child.once('close', resolve));
    const portSaid = () => /"port":(\d+)[^\n]*"started"/.exec(said)?.[1] ?? (child.exitCode === null ? null : 'none');
    const port = await until('the bot listens', portSaid, 120_000);
    expect(`${port}\n${said}`).toMatch(/^\d+\n/);
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    child.kill('SIGTERM');
    await ended;
    expect(said).toContain('"msg":"stopped"');
  }, 150_000);
});
