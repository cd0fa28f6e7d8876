/**
 * Counts the figures anew, with progress: `npm run figures -- rebuild`, or goes on with what was not counted yet: `npm run figures -- count`.
 * In DATABASE_URL when that is set, else in the folder DATA_DIRECTORY (data/meldpunt; stop the bot first: that folder has one owner). The
 * bot may run beside it on a server: it goes on telling figures as soon as little is left.
 */
import { openDatabase } from '../src/platform/storage/connection.js';
import { countAnew, countUp } from '../src/platform/storage/figures/count-up.js';
import { migrateToLatest } from '../src/platform/storage/migrate.js';

const what = process.argv[2];
if (what !== 'rebuild' && what !== 'count') {
  console.error('Say what to do: npm run figures -- rebuild, or npm run figures -- count');
  process.exit(2);
}

const databaseUrl = process.env['DATABASE_URL'] || null;
const dataDirectory = databaseUrl === null ? process.env['DATA_DIRECTORY'] || 'data/meldpunt' : null;
const database = await openDatabase({ databaseUrl, dataDirectory });
try {
  await migrateToLatest(database);
  if (what === 'rebuild') await countAnew(database);
  const begun = performance.now();
  const trails = await countUp(database, {
    now: new Date(),
    onProgress({ upto, of, trails: counted }) {
      const seconds = (performance.now() - begun) / 1000;
      const share = of === 0 ? 100 : Math.floor((100 * upto) / of);
      process.stderr.write(`\r${share} %, ${counted} pupils counted, ${Math.round(counted / seconds)} a second   `);
    },
  });
  process.stderr.write(`\n${trails} pupils counted in ${Math.round((performance.now() - begun) / 1000)} s\n`);
} finally {
  await database.close();
}
