import { startApp } from './app.js';
import { ConfigError, readConfig } from './config.js';

/** Starts the bot and stops it cleanly: takes nothing new, finishes what runs, closes the database. */
async function main(): Promise<void> {
  const app = await startApp(readConfig());
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    app.stop().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function fail(error: unknown): never {
  const known = error instanceof ConfigError || (error instanceof Error && error.name !== 'Error');
  process.stderr.write(`${known ? (error as Error).message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}

main().catch(fail);
