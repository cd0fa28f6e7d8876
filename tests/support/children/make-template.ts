import { writeFileSync } from 'node:fs';
import { startQueue } from '../../../src/platform/queue/queue.js';
import { embeddedDatabase, openDatabase } from '../../../src/platform/storage/connection.js';
import { openInMemory } from '../../../src/platform/storage/embedded/open-embedded.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';

/**
 * Makes what tests of the embedded engine begin from, at the path given as second argument: an `empty` or `migrated`
 * dump, or a complete data `directory`. A process of its own, because making one takes a gigabyte for a moment.
 */
const [kind, path = ''] = process.argv.slice(2);
if (kind === 'directory') {
  await (await openDatabase({ databaseUrl: null, dataDirectory: path })).close();
} else {
  const embedded = await openInMemory();
  const db = embeddedDatabase(embedded);
  if (kind === 'migrated') {
    await migrateToLatest(db);
    await (await startQueue(db, [])).stop();
  }
  const dump = await embedded.pglite.dumpDataDir('none');
  writeFileSync(path, Buffer.from(await dump.arrayBuffer()));
  await db.close();
}
