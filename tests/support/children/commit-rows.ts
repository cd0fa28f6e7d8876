import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/platform/storage/connection.js';
import { jsonb } from '../../../src/platform/storage/rows/json.js';

/**
 * A process made to be killed: opens the data directory given as first argument, says `open`, then (with a prefix as
 * second argument) commits one row after another and says each key once the commit is confirmed.
 */
const [directory = '', prefix] = process.argv.slice(2);
const db = await openDatabase({ databaseUrl: null, dataDirectory: directory });
process.stdout.write('open\n');
for (let n = 1; prefix !== undefined; n++) {
  const key = `${prefix}-${n}`;
  await db.kysely
    .insertInto('setting')
    .values({ key, value: jsonb(n) })
    .execute();
  process.stdout.write(`${key}\n`);
}
await sleep(600_000);
