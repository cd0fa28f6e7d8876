import { join } from 'node:path';
import { startDemo } from '../../../scripts/demo/start-demo.js';
import { useCompleteDirectory } from '../../support/database.js';
import { newFolder } from '../../support/folder.js';
import { freePort } from '../../support/free-port.js';
import { openClient, type PlaygroundDriver } from './playground-driver.js';

interface OpenDemo {
  /** The local client in a browser. */
  readonly teams: PlaygroundDriver;
  readonly botUrl: string;
  close(): Promise<void>;
}

/** The demo with the local client before it. Its database is a copy of a migrated one: a demo that begins from nothing is in tests/running. */
export async function openDemo(): Promise<OpenDemo> {
  const folder = newFolder();
  await useCompleteDirectory(join(folder.path, 'database'));
  const demo = await startDemo({ directory: folder.path, botPort: 0, clientPort: await freePort() });
  const teams = await openClient(demo.url);
  return {
    teams,
    botUrl: `http://127.0.0.1:${demo.app.port}`,
    async close() {
      await teams.close();
      await demo.stop();
      folder.remove();
    },
  };
}
