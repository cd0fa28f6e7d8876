import { systemClock } from '../clock.js';
import { enqueueWith, outboxQueues } from '../outbox/queues.js';
import { startQueue } from '../queue/queue.js';
import { openDatabase } from '../storage/connection.js';
import { dueDeliveries } from '../storage/messages.js';
import { moveDatabase } from '../storage/move-database.js';
import type { Database } from '../storage/connection.js';
import type { Command } from './index.js';

/** It was not said where to. */
class MissingDatabase extends Error {
  override readonly name = 'MissingDatabase';

  constructor() {
    super('Set DATABASE_URL to the empty database to which all is to be moved (see env/.env.example).');
  }
}

/** From the embedded database to a PostgreSQL server, with everything that is still to be sent. */
export const moveToPostgres: Command = {
  name: 'move-to-postgres',
  what: 'copies everything from DATA_DIRECTORY into the empty database at DATABASE_URL',
  async run({ dataDirectory, databaseUrl }, say) {
    if (databaseUrl === null) throw new MissingDatabase();
    const from = await openDatabase({ databaseUrl: null, dataDirectory });
    try {
      const to = await openDatabase({ databaseUrl, dataDirectory: null });
      try {
        const rows = await moveDatabase(from, to, ({ table, done, of }) => say(`${table}: ${done} of ${of}`));
        const waiting = await queueWhatWaits(to);
        say(`Done: ${rows} rows, each table compared; ${waiting} messages wait to be sent.`);
        say(
          `Start the bot with this DATABASE_URL. ${dataDirectory} is as it was: keep it until you have seen that all is well.`,
        );
      } finally {
        await to.close();
      }
    } finally {
      await from.close();
    }
  },
};

/** The queue of the server is new: what was to be sent is handed to it in the order in which it was made. */
export async function queueWhatWaits(database: Database): Promise<number> {
  const queue = await startQueue(database, outboxQueues);
  try {
    return await database.kysely.transaction().execute(async (trx) => {
      const deliveries = await dueDeliveries(trx);
      await enqueueWith(() => queue, systemClock)(trx, { deliveries, rosters: [], wakeAt: [] });
      return deliveries.length;
    });
  } finally {
    await queue.stop();
  }
}
