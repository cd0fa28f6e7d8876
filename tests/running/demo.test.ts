import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inWords } from '../../scripts/demo/words.js';
import { canSeeProcesses, listenersOf, runs, treeOf } from '../support/process-tree.js';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The project beside itself, so that the demo's data does not come into the newcomer's own. */
function checkout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'meldpunt-newcomer-'));
  for (const name of ['package.json', 'tsconfig.json', 'scripts', 'src', 'cards', 'node_modules'])
    symlinkSync(join(root, name), join(folder, name));
  return folder;
}

function taken(port = 0): Promise<{ port: number; server: Server }> {
  const server = createServer();
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => resolve({ port: (server.address() as AddressInfo).port, server })),
  );
}

interface Running {
  readonly pid: number;
  readonly ended: Promise<number | null>;
  said(): string;
}

const describeOnLinux = canSeeProcesses ? describe : describe.skip;

describeOnLinux('npm run demo', () => {
  const minutes = 60_000;
  let folder: string;
  let ports: { PORT: string; CLIENT_PORT: string };
  const started: number[] = [];

  beforeAll(async () => {
    folder = checkout();
    ports = { PORT: String(await freePort()), CLIENT_PORT: String(await freePort()) };
  });
  afterAll(() => {
    for (const pid of started.flatMap(treeOf).filter(runs)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  function demo(env: Readonly<Record<string, string>> = ports): Running {
    const child = spawn('npm', ['run', 'demo'], {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: '', NO_BROWSER: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child.pid!);
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (words += text));
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    return { pid: child.pid!, ended, said: () => words };
  }

  /** So that none outlives the tests. */
  function remembered(tree: readonly number[]): readonly number[] {
    started.push(...tree);
    return tree;
  }

  /** All processes of the demo, once it has said this. */
  async function treeOnceItSays(running: Running, words: string): Promise<readonly number[]> {
    await until(`the demo says ${words}`, () => running.said().includes(words), 2 * minutes);
    return remembered(treeOf(running.pid));
  }

  const allGone = (tree: readonly number[]) =>
    until('every process of the demo is gone', () => !tree.some(runs), minutes / 2);

  it(
    'says what it does while it starts, listens on this computer only, and leaves nothing behind when npm is stopped',
    async () => {
      const running = demo();
      const tree = await treeOnceItSays(running, 'Stoppen: Ctrl+C');
      expect(running.said()).toMatch(/start\. De eerste keer[^]*de bot[^]*de voorbeelden[^]*de lokale client[^]*Open /);
      const expected = [ports.PORT, ports.CLIENT_PORT].map((port) => `127.0.0.1:${port}`);
      expect(listenersOf(tree).sort()).toEqual(expected.sort());

      process.kill(running.pid, 'SIGTERM');
      await allGone(tree);
      expect(running.said()).toContain('De demo stopt.');
    },
    4 * minutes,
  );

  it(
    'leaves no local client behind either when it is killed while it starts',
    async () => {
      const running = demo();
      await treeOnceItSays(running, 'de lokale client');
      const clientOf = (tree: readonly number[]) => (listenersOf(tree).length === 2 ? tree : null);
      const tree = remembered(await until('the client listens', () => clientOf(treeOf(running.pid)), minutes));
      const bot = tree.find((pid) => listenersOf([pid]).includes(`127.0.0.1:${ports.PORT}`));
      process.kill(bot!, 'SIGKILL');
      await allGone(tree);
    },
    4 * minutes,
  );

  it.each(['PORT', 'CLIENT_PORT'] as const)(
    'says in Dutch that the port of %s is taken, and ends',
    async (variable) => {
      const { port, server } = await taken();
      const running = demo({ ...ports, [variable]: String(port) });
      await treeOnceItSays(running, 'De demo kan niet starten.');
      expect(running.said()).toContain(`Poort ${port} is bezet.`);
      expect(await running.ended).toBe(1);
      server.close();
    },
    4 * minutes,
  );

  it(
    'says in Dutch that a port is no port',
    async () => {
      await treeOnceItSays(demo({ ...ports, PORT: 'thuis' }), 'PORT klopt niet: kies een getal');
    },
    2 * minutes,
  );
});

describe('what the demo says when it cannot start', () => {
  it('names what to do, and repeats a fault of ours for who builds it', () => {
    const inUse = Object.assign(new Error('The data directory is in use'), { name: 'DirectoryInUse' });
    expect(inWords(inUse)).toMatch(/De demo loopt al in een ander venster\. Stop die eerst/);
    expect(inWords(inUse)).not.toContain('in use');
    expect(inWords(new Error('card is broken'))).toMatch(/Voor wie het bouwt:\n.*card is broken/);
    expect(inWords('thrown')).toContain('thrown');
  });
});
