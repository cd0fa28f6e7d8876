import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { bundledServer, briefly } from './bundled.js';
import { metricsToken, showing } from './metrics-token.js';
import { until } from './until.js';

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
  const child = spawn(process.execPath, [...briefly, join(await bundledServer(), 'scripts/start.js')], {
    env: { PATH: process.env['PATH'], METRICS_TOKEN: metricsToken, ...env, PORT: '0' },
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
      const page = await (await fetch(`${url}/metrics`, showing(metricsToken))).text();
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
