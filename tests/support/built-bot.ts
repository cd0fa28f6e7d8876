import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { madeOncePerRun } from './run-directory.js';
import { until } from './until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Types stripped, nothing else: the same program as `npm run build` makes, in a second. */
function compile(file: string): string {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
    module: { type: 'es6' },
  });
  return code;
}

/** The whole bot as JavaScript, in the run's folder; gives the path of its `index.js`. */
export async function builtBot(): Promise<string> {
  const folder = await madeOncePerRun('built-bot', async (path) => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.(ts|json)$/.test(name) && !name.endsWith('.d.ts'))) {
      const [from, to] = [join(root, 'src', file), join(path, 'dist', file.replace(/\.ts$/, '.js'))];
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, file.endsWith('.ts') ? compile(from) : readFileSync(from));
    }
    for (const name of ['cards', 'node_modules', 'package.json'])
      if (existsSync(join(root, name))) symlinkSync(join(root, name), join(path, name));
  });
  return join(folder, 'dist', 'index.js');
}

/** The bot as a process of its own. */
export interface BotProcess {
  readonly url: string;
  /** The value of a figure on its page; 0 when it is not there. `name` with its labels. */
  figure(name: string): Promise<number>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as an update would. */
  stop(): Promise<void>;
  logged(): string;
}

/** Starts the built bot with these variables and waits until it listens. Throws with what it said when it does not. */
export async function startBot(env: Readonly<Record<string, string>>): Promise<BotProcess> {
  const child = spawn(process.execPath, ['--no-warnings', await builtBot()], {
    env: { PATH: process.env['PATH'], ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = await until('the bot listens', () => portIn(said) ?? failed(child, said), 60_000).catch((error) => {
    child.kill('SIGKILL'); // or it would keep the data directory, and jest
    throw error;
  });
  const url = `http://127.0.0.1:${port}`;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  return {
    url,
    async figure(name) {
      const page = await (await fetch(`${url}/metrics`)).text();
      const line = page.split('\n').find((each) => each.startsWith(`${name} `));
      return Number(line?.split(' ').at(-1) ?? 0);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    logged: () => said,
  };
}

const portIn = (said: string): string | undefined => /"port":(\d+)[^\n]*"started"/.exec(said)?.[1];

function failed(child: ChildProcess, said: string): null {
  if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode}\n${said}`);
  return null;
}
