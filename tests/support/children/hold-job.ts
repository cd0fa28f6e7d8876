import { setTimeout as sleep } from 'node:timers/promises';
import { startQueue } from '../../../src/platform/queue/queue.js';
import { openDatabase } from '../../../src/platform/storage/connection.js';
import { queues } from '../impatient-queues.js';

/** A process made to be killed: takes the first job of `ordered` from the data directory given, says its id, never ends it. */
const db = await openDatabase({ databaseUrl: null, dataDirectory: process.argv[2] ?? '' });
const queue = await startQueue(db, queues);
await queue.work('ordered', async (job) => {
  process.stdout.write(`${job.id}\n`);
  await sleep(600_000);
});
