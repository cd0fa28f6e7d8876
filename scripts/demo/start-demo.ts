import { startApp, type App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { startLocalClient } from '../local-client.js';
import { putExamples } from './examples.js';

export interface Demo {
  readonly app: App;
  /** The address of the local client, to open in a browser. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface DemoOptions {
  readonly directory: string;
  readonly botPort: number;
  readonly clientPort: number;
  readonly logLevel?: string;
}

/**
 * Starts the bot in local mode on the embedded database, with example organisations, and the local client beside it.
 * The desk counts as always active, so that everything happens at once. Throws when a port is taken.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const config = readConfig({
    LOCAL_MODE: '1',
    LANGUAGE: 'nl',
    DESK_ALWAYS_OPEN: '1',
    PORT: String(options.botPort),
    DATA_DIRECTORY: `${options.directory}/database`,
    LOG_LEVEL: options.logLevel ?? 'warn',
  });
  const app = await startApp(config);
  const serviceUrl = `http://localhost:${options.clientPort}/_connector`;
  try {
    await putExamples(app, serviceUrl);
    const botUrl = `http://127.0.0.1:${app.port}/api/messages`;
    const client = await startLocalClient({
      botUrl,
      port: options.clientPort,
      directory: `${options.directory}/client`,
    });
    return { app, url: client.url, stop: async () => void (await Promise.all([client.stop(), app.stop()])) };
  } catch (error) {
    await app.stop();
    throw error;
  }
}
