import { spawn } from 'node:child_process';
import { assertFree } from './demo/free-ports.js';
import { clientGone, guide, inWords, NoPort, starting, steps, stopping } from './demo/words.js';

const patienceMs = 10_000;
const lookMs = 500;

/** Opens the page in the newcomer's browser where that is possible; the address is printed anyway. */
function openBrowser(url: string): void {
  if (process.env['CI'] || process.env['NO_BROWSER']) return;
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command!, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // no browser here: the address stands on the console
  child.unref();
}

function portOf(variable: string, otherwise: number): number {
  const port = Number(process.env[variable] || otherwise);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new NoPort(variable);
  return port;
}

/**
 * Calls `stop` when somebody asks. npm hands a signal to a shell that dies of it without telling us, so where npm
 * started us, losing our parent counts as asking.
 */
function whenAsked(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), lookMs).unref();
}

/** Says why and ends, once. While the demo starts there is nothing to close: the database bears it, the client follows. */
function ender(): { close: () => Promise<void>; end(code: number, words: string): void } {
  let ending = false;
  const it = {
    close: async (): Promise<void> => undefined,
    end(code: number, words: string): void {
      if (ending) return;
      ending = true;
      console.log(words);
      setTimeout(() => process.exit(1), patienceMs).unref();
      it.close().then(
        () => process.exit(code),
        () => process.exit(1),
      );
    },
  };
  return it;
}

async function main(): Promise<void> {
  const ending = ender();
  whenAsked(() => ending.end(0, stopping));
  console.log(starting);
  const ports = { botPort: portOf('PORT', 3978), clientPort: portOf('CLIENT_PORT', 56150) };
  await assertFree(Object.values(ports));
  const { startDemo } = await import('./demo/start-demo.js'); // takes seconds: not before the first words
  const demo = await startDemo({ directory: 'data/demo', ...ports, onStep: (step) => console.log(steps[step]) });
  ending.close = () => demo.stop();
  void demo.clientGone.then(() => ending.end(1, clientGone));
  console.log(guide(demo.url, `http://127.0.0.1:${demo.app.port}`));
  openBrowser(demo.url);
}

main().catch((error: unknown) => {
  console.error(inWords(error));
  process.exit(1);
});
