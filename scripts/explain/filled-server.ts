import { countUp } from '../../src/platform/storage/figures/count-up.js';
import { outboxQueues } from '../../src/platform/outbox/queues.js';
import { startQueue } from '../../src/platform/queue/queue.js';
import { openDatabase } from '../../src/platform/storage/connection.js';
import { migrateToLatest } from '../../src/platform/storage/migrate.js';
import { findPostgres, startPostgres, stopPostgres } from '../../tests/support/postgres.js';
import { fillDatabase } from '../generate/fill-database.js';
import { sql } from 'kysely';

/** A server of our own with so many invented paths in it, while the work lasts. Throws where no PostgreSQL is installed. */
export async function onFilledServer<T>(count: number, work: (url: string) => Promise<T>): Promise<T> {
  const binaries = findPostgres();
  if (binaries === null) throw new Error('PostgreSQL is not installed here: give DATABASE_URL of a filled database');
  const server = await startPostgres(binaries);
  try {
    const database = await openDatabase({ databaseUrl: server.url, dataDirectory: null });
    try {
      await migrateToLatest(database);
      await fillDatabase(database, count);
      await countUp(database, { now: new Date(), momentMs: 0 });
      await (await startQueue(database, outboxQueues, { schedule: false })).stop();
      await database.unhurried(async (kysely) => void (await sql`vacuum analyze`.execute(kysely)));
    } finally {
      await database.close();
    }
    return await work(server.url);
  } finally {
    stopPostgres(server);
  }
}
