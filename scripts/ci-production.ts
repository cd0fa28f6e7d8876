import { randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What docs/operations.md tells to bring to a server; the test of it. */
const brought = ['package.json', 'package-lock.json', '.npmrc', 'dist', 'cards', 'scripts/start.js'];
const neverThere = ['typescript', 'tsx', 'jest', '@sparticuz/chromium', '@microsoft/m365agentsplayground'];
const port = 39_780;
const key = (): string => randomBytes(32).toString('base64');

const settings = (folder: string): Record<string, string> => ({
  PORT: String(port),
  DATA_DIRECTORY: join(folder, 'data'),
  PUBLIC_URL: 'https://meldpunt.example.be',
  BOT_ID: '00000000-0000-4000-8000-000000000011',
  BOT_PASSWORD: 'example',
  ALLOWED_TENANTS: '00000000-0000-4000-8000-000000000001',
  DATA_KEY: key(),
  INDEX_KEY: key(),
  // Made by chance: one that can be guessed is refused.
  DESK_CODE: randomBytes(10).toString('hex'),
});

/** Starts in `folder` what is there, as an administrator does, sees its health and stops it. */
async function start(folder: string): Promise<void> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings(folder) };
  const child = spawn('npm', ['start'], { cwd: folder, env, stdio: 'inherit' });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let status: number | undefined;
  for (let tries = 0; tries < 600 && status === undefined && child.exitCode === null; tries += 1) {
    await sleep(100);
    status = (await fetch(`http://127.0.0.1:${port}/health`).catch(() => null))?.status;
  }
  child.kill('SIGTERM');
  console.log(`production: health ${status}, ended with ${await ended}`);
  if (status !== 200) throw new Error('what was built does not start with the packages of production');
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'meldpunt-server-'));
  try {
    for (const name of brought) cpSync(name, join(folder, name), { recursive: true });
    const { status } = spawnSync('npm', ['ci', '--omit=dev'], { cwd: folder, stdio: 'inherit' });
    if (status !== 0) throw new Error('npm ci --omit=dev failed');
    const found = neverThere.filter((name) => existsSync(join(folder, 'node_modules', name)));
    if (found.length > 0) throw new Error(`a server would get ${found.join(', ')}`);
    await start(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
