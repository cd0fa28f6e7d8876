import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { built } from './built.js';
import { until } from './until.js';

export interface Child {
  /** The complete lines it has said so far. */
  lines(): string[];
  /** Resolves when it has ended well; rejects when it ended badly. */
  readonly finished: Promise<void>;
  /** Ends it as a power cut would: no goodbye, nothing flushed. Resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts tests/support/children/`name`.ts, compiled, as a process of its own. */
export async function startChild(name: string, ...args: string[]): Promise<Child> {
  const script = join(await built(), 'tests/support/children', `${name}.js`);
  const child = spawn(process.execPath, ['--liftoff-only', script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve));
  const finished = gone.then((code) => {
    if (code !== 0) throw new Error(`The child process ${name} ended with ${code}.`);
  });
  finished.catch(() => undefined);
  return {
    finished,
    lines: () => said.split('\n').slice(0, -1),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Waits until the child has said at least so many lines. */
export async function saidLines(child: Child, count: number): Promise<string[]> {
  await until(`${count} lines from the child process`, () => child.lines().length >= count);
  return child.lines();
}
