/**
 * Fills an empty database with invented referrals, to see how the bot bears them: `npm run generate -- 100000`.
 * Into DATABASE_URL when that is set, else into the folder DATA_DIRECTORY (data/generated). Refuses a database in which
 * somebody is already: it is never mixed with real pupils.
 */
import { createCalendar } from '../src/platform/calendar/index.js';
import { localKeys } from '../src/platform/local-keys.js';
import { openDatabase } from '../src/platform/storage/connection.js';
import { migrateToLatest } from '../src/platform/storage/migrate.js';
import { createSealer } from '../src/platform/storage/seal.js';
import { defaultSettings } from '../src/domain/settings.js';
import { generate } from './generate/generate.js';

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
  } else {
    const begun = performance.now();
    await generate(database, {
      count,
      now: new Date(),
      calendar: createCalendar({ ...defaultSettings, alwaysOpen: false }),
      sealer: createSealer(localKeys(`${dataDirectory}.keys.json`)),
      onProgress({ made, of }) {
        const seconds = (performance.now() - begun) / 1000;
        const left = Math.round((seconds / made) * (of - made));
        process.stderr.write(`\r${made} of ${of}, ${Math.round(made / seconds)} a second, ${left} s to go   `);
      },
    });
    process.stderr.write('\n');
  }
} finally {
  await database.close();
}
