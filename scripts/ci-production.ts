/**
 * Makes a server as the Dockerfile says it, step by step on this machine, starts it as an administrator does, looks at its health and stops
 * it. Prints how large it is, how long it took and how much memory it has.
 */
import { randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../tests/support/free-port.js';
import { carryOut, type Carried } from './production/dockerfile-steps.js';

const neverThere = ['typescript', 'tsx', 'jest', '@sparticuz/chromium', '@microsoft/m365agentsplayground'];
const key = (): string => randomBytes(32).toString('base64');

const settings = (port: number): Record<string, string> => ({
  PORT: String(port),
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://meldpunt.example.be',
  BOT_ID: '00000000-0000-4000-8000-000000000011',
  BOT_PASSWORD: 'example',
  ALLOWED_TENANTS: '00000000-0000-4000-8000-000000000001',
  DATA_KEY: key(),
  INDEX_KEY: key(),
  // Made by chance: one that can be guessed is refused.
  DESK_CODE: randomBytes(10).toString('hex'),
});

/** Starts what is there, sees its health as the container would, and stops it. */
async function start({ folder, environment, command, health }: Carried): Promise<void> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment, ...settings(await freePort()) };
  const began = performance.now();
  const [program = '', ...words] = command;
  const child = spawn(program, words, { cwd: folder, env, stdio: 'inherit' });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const isWell = (): boolean => spawnSync(health[0] ?? '', health.slice(1), { cwd: folder, env }).status === 0;
  let ready = false;
  for (let tries = 0; tries < 300 && !ready && child.exitCode === null; tries += 1) {
    await sleep(100);
    ready = isWell();
  }
  const took = ((performance.now() - began) / 1000).toFixed(1);
  const memory = ready ? residentOf(child.pid) : 'no';
  child.kill('SIGTERM');
  console.log(`production: ${ready ? 'well' : 'not well'} after ${took} s, ${memory} MB, ended with ${await ended}`);
  if (!ready) throw new Error('what was built does not start with the packages of production');
}

const residentOf = (pid: number | undefined): string =>
  String(Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024));

const megabytes = (folder: string): string =>
  spawnSync('du', ['-sm', folder], { encoding: 'utf8' }).stdout.split('\t')[0] ?? '?';

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'meldpunt-server-'));
  try {
    const server = carryOut('Dockerfile', root);
    const found = neverThere.filter((name) => existsSync(join(server.folder, 'node_modules', name)));
    if (found.length > 0) throw new Error(`a server would get ${found.join(', ')}`);
    console.log(
      `production: ${megabytes(server.folder)} MB, of which packages ${megabytes(join(server.folder, 'node_modules'))} MB`,
    );
    await start(server);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
