import { openDatabase } from '../storage/connection.js';
import { migrateToLatest } from '../storage/migrate.js';
import { openKeys } from '../keys/open-keys.js';
import { rotateKeys as rotate } from '../keys/rotate-keys.js';
import type { Command } from './index.js';

/** Brings what is stored under the keys that the environment gives now. */
export const rotateKeys: Command = {
  name: 'rotate-keys',
  what: 'brings the database under the present DATA_KEY (DATA_KEY_FORMER: the one of before) and INDEX_KEY',
  async run({ keys, keyFile, ...settings }, say) {
    const database = await openDatabase(settings);
    try {
      await migrateToLatest(database);
      const sealer = await openKeys(database, keys, keyFile, (moved) => say(`keys moved into the key file: ${moved}`));
      const { renewed, marked, unmarked } = await rotate(database, keys, sealer, ({ part, done, of }) =>
        say(`${part}: ${done} of ${of}`),
      );
      sealer.close();
      say(
        `Done: ${renewed} keys sealed anew, ${marked} pupils marked anew, ${unmarked} whose file does not open any more.`,
      );
      if (keys.formerData) say('DATA_KEY_FORMER is not needed any more: take it away and start the bot again.');
    } finally {
      await database.close();
    }
  },
};
