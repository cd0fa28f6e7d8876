/**
 * Fills an empty database with invented referrals, to see how the bot bears them: `npm run generate -- 100000`.
 * Into DATABASE_URL when that is set, else into the folder DATA_DIRECTORY (data/generated). Refuses a database in which
 * somebody is already: it is never mixed with real pupils.
 */
import { openDatabase } from '../src/platform/storage/connection.js';
import { migrateToLatest } from '../src/platform/storage/migrate.js';
import { fillDatabase } from './generate/fill-database.js';

const count = Number(process.argv[2]);
if (!Number.isInteger(count) || count < 1) {
  console.error('Say how many: npm run generate -- 100000');
  process.exit(2);
}

const databaseUrl = process.env['DATABASE_URL'] || null;
const dataDirectory = process.env['DATA_DIRECTORY'] || 'data/generated';
const database = await openDatabase({ databaseUrl, dataDirectory: databaseUrl === null ? dataDirectory : null });
try {
  await migrateToLatest(database);
  const there = await database.kysely.selectFrom('organisation').select('id').limit(1).executeTakeFirst();
  if (there !== undefined) {
    console.error('There are organisations in this database already: give an empty one.');
    process.exitCode = 1;
  } else await fillDatabase(database, count);
} finally {
  await database.close();
}
