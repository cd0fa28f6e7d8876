import { openDatabase } from '../storage/connection.js';
import { countAnew, countUp } from '../storage/figures/count-up.js';
import { migrateToLatest } from '../storage/migrate.js';
import type { Command } from './index.js';

/** Counts the figures from the beginning; the bot may run beside it on a server, and tells figures again as soon as little is left. */
export const countFiguresAnew: Command = {
  name: 'count-figures-anew',
  what: 'counts all figures from the beginning; broken off, the bot itself goes on with it',
  async run(settings, say) {
    const database = await openDatabase(settings);
    let told = -1;
    try {
      await migrateToLatest(database);
      await countAnew(database);
      const trails = await countUp(database, {
        now: new Date(),
        onProgress({ upto, of, trails: counted }) {
          const share = of === 0 ? 100 : Math.floor((100 * upto) / of);
          if (share !== told) say(`${share} %, ${counted} pupils counted`);
          told = share;
        },
      });
      say(`Done: ${trails} pupils counted.`);
    } finally {
      await database.close();
    }
  },
};
