import { systemClock } from '../clock.js';
import { enqueueWith, outboxQueues } from '../outbox/queues.js';
import { startQueue } from '../queue/queue.js';
import { postKey } from '../../domain/reference-to.js';
import { openDatabase, type Database } from '../storage/connection.js';
import { refreshMessages } from '../storage/messages.js';
import { migrateToLatest } from '../storage/migrate.js';
import type { Command } from './index.js';

const atOnce = 500;

/** After a backup was put back: what stands in Teams may tell of what happened after it. */
export const drawCardsAnew: Command = {
  name: 'draw-cards-anew',
  what: 'after a backup was put back: brings every card in Teams that shows a state to the state of this database',
  async run(settings, say) {
    const database = await openDatabase(settings);
    try {
      await migrateToLatest(database);
      const cards = await queueLivingCards(database, (done) => say(`${done} cards`));
      say(`Done: ${cards} cards are drawn anew as soon as the bot runs, as fast as Teams allows.`);
    } finally {
      await database.close();
    }
  },
};

/** Hands every living card that Teams took to the queue once more, also those of which the database thinks that nothing changed. */
export async function queueLivingCards(database: Database, onProgress: (done: number) => void): Promise<number> {
  const queue = await startQueue(database, outboxQueues);
  let [after, done] = [0, 0];
  try {
    for (;;) {
      const part = await database.kysely.transaction().execute(async (trx) => {
        const rows = await trx
          .selectFrom('message')
          .select(['key', 'seq'])
          .where('living', '=', true)
          .where('state', '=', 'sent')
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(atOnce)
          .execute();
        const deliveries = await refreshMessages(
          trx,
          rows.map(({ key }) => postKey(key)),
          [],
          true,
        );
        await enqueueWith(() => queue, systemClock)(trx, { deliveries, rosters: [], wakeAt: [] });
        return rows;
      });
      const last = part.at(-1);
      if (last === undefined) return done;
      after = last.seq;
      done += part.length;
      onProgress(done);
    }
  } finally {
    await queue.stop();
  }
}
