import { openDatabase, type Database, type Engine } from '../../src/platform/storage/connection.js';
import { freshPostgresUrl, useCompleteDirectory } from './database.js';

/** Gives one and the same database each time it is opened: on disk, or on the server. */
export async function sameDatabase(engine: Engine, dataDirectory: string): Promise<() => Promise<Database>> {
  if (engine === 'postgresql') {
    const databaseUrl = await freshPostgresUrl();
    return () => openDatabase({ databaseUrl, dataDirectory: null });
  }
  await useCompleteDirectory(dataDirectory);
  return () => openDatabase({ databaseUrl: null, dataDirectory });
}
