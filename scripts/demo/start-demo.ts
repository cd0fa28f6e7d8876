import { startApp, type App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { startLocalClient } from '../local-client.js';
import { putExamples } from './examples.js';

/** What the demo does while it starts, in this order. */
export type Step = 'bot' | 'examples' | 'client';

export interface Demo {
  readonly app: App;
  /** The address of the local client, to open in a browser. */
  readonly url: string;
  /** Resolves when the local client has ended, asked or not. */
  readonly clientGone: Promise<void>;
  stop(): Promise<void>;
}

export interface DemoOptions {
  readonly directory: string;
  readonly botPort: number;
  readonly clientPort: number;
  readonly logLevel?: string;
  /** Told of each step as it begins. */
  readonly onStep?: (step: Step) => void;
}

/**
 * Starts the bot in local mode on the embedded database, with example organisations, and the local client beside it.
 * Both listen on 127.0.0.1 only. The desk counts as always active, so that everything happens at once.
 * Throws what `startApp` and `startLocalClient` throw, e.g. when a port is taken.
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
  const begin = options.onStep ?? (() => undefined);
  begin('bot');
  const app = await startApp(config);
  const serviceUrl = `http://127.0.0.1:${options.clientPort}/_connector`;
  try {
    begin('examples');
    await putExamples(app, serviceUrl);
    begin('client');
    const botUrl = `http://127.0.0.1:${app.port}/api/messages`;
    const client = await startLocalClient({
      botUrl,
      port: options.clientPort,
      directory: `${options.directory}/client`,
    });
    const stop = async (): Promise<void> => void (await Promise.all([client.stop(), app.stop()]));
    return { app, url: client.url, clientGone: client.gone, stop };
  } catch (error) {
    await app.stop();
    throw error;
  }
}
