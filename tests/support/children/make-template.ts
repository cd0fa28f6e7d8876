import { writeFileSync } from 'node:fs';
import { startQueue } from '../../../src/platform/queue/queue.js';
import { embeddedDatabase, openDatabase, type Database } from '../../../src/platform/storage/connection.js';
import { openInMemory } from '../../../src/platform/storage/embedded/open-embedded.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';

/**
 * Makes what tests of the embedded engine begin from, at the path given as second argument: an `empty` or `migrated`
 * dump, or a complete, migrated data `directory`. A process of its own, because making one takes a gigabyte for a moment.
 */
const [kind, path = ''] = process.argv.slice(2);

/** The queue's own tables are part of it too: making them takes longer than our own. */
async function migrate(db: Database): Promise<void> {
  await migrateToLatest(db);
  await (await startQueue(db, [])).stop();
}

if (kind === 'directory') {
  const db = await openDatabase({ databaseUrl: null, dataDirectory: path });
  await migrate(db);
  await db.close();
} else {
  const embedded = await openInMemory();
  const db = embeddedDatabase(embedded);
  if (kind === 'migrated') await migrate(db);
  const dump = await embedded.pglite.dumpDataDir('none');
  writeFileSync(path, Buffer.from(await dump.arrayBuffer()));
  await db.close();
}
