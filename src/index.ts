import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from './app.js';
import { commandCalled } from './platform/commands/index.js';
import { ConfigError, keysOf, readConfig } from './config.js';
import { unbundled } from './platform/bundled-places.js';

/** Long enough for a proxy to see that this process is not ready any more; a platform waits at least ten seconds. */
const drainMs = 5_000;

/** Starts the bot (or carries out the command that is named) and stops it cleanly: says that it is not ready, takes nothing new, finishes what runs, closes the database. */
async function main(): Promise<void> {
  const [name] = process.argv.slice(2);
  const command = name === undefined ? null : commandCalled(name);
  const config = readConfig();
  if (command !== null)
    return command.run({ ...config, keys: keysOf(config) }, (line) => void process.stdout.write(`${line}\n`));
  const app = await startApp(config);
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    const isReplaced = signal === 'SIGTERM' && config.mode === 'production';
    app.stop(isReplaced ? pause(drainMs) : undefined).then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function fail(error: unknown): never {
  const known = error instanceof ConfigError || (error instanceof Error && error.name !== 'Error');
  process.stderr.write(
    `${known ? (error as Error).message : inSources(String(error instanceof Error ? error.stack : error))}\n`,
  );
  process.exit(1);
}

const inSources = (stack: string): string => stack.split('\n').map(unbundled).join('\n');

main().catch(fail);
