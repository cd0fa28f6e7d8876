import type { Logger } from 'pino';
import { ConfigError, keysOf, type Config } from './config.js';
import { hasDesk, type DeskCodeStands } from './platform/runtime/bootstrap.js';
import type { Database } from './platform/storage/connection.js';
import { checkKeys } from './platform/keys/key-check.js';
import { openKeys } from './platform/keys/open-keys.js';
import type { Sealer } from './platform/storage/keys/seal.js';
import { endOfProof } from './platform/teams/bot-credentials.js';

/** When the secret or certificate ends by which it is known to Teams; null: not known, or never. */
export const proofEndOf = (config: Config): Date | null => (config.mode === 'local' ? null : config.proofEndsAt);

/** A warning in the log while that end is near, or past. */
export function warnOfEnd(config: Config, log: Logger): void {
  const ending = endOfProof(proofEndOf(config), new Date());
  if (ending !== null) log.warn(ending);
}

/**
 * The code from the settings; null when it can be guessed: then it links nothing. What can be guessed, a code or a key, stops
 * the start where the bot never ran. Where it ran before, the Meldpunt goes on with what it has, and whoever runs the bot
 * reads what to do.
 */
export async function deskCodeOf(config: Config, database: Database, log: Logger): Promise<string | null> {
  const { deskCodeFault, keysFault } = config;
  const faults = [keysFault, deskCodeFault].filter((fault) => fault !== null);
  if (faults.length > 0 && !(await hasDesk(database))) {
    await database.close();
    throw new ConfigError(faults);
  }
  if (keysFault !== null) log.warn(`${keysFault}. ${keysCanBeReplaced}`);
  if (deskCodeFault === null) return config.deskCode;
  log.warn(`${deskCodeFault}. ${codeLinksNothing}`);
  return null;
}

/** Opens the keys of the database. Throws when they are not its own: it is closed then. */
export async function keysOfStore(config: Config, database: Database, log: Logger): Promise<Sealer> {
  try {
    const keys = keysOf(config);
    if ((await checkKeys(database, keys)) === 'replacing') log.warn(keysAreReplaced);
    return await openKeys(database, keys, config.keyFile, (moved) => log.info({ moved }, 'keys go into the key file'));
  } catch (error) {
    await database.close();
    throw error;
  }
}

const keysAreReplaced =
  'DATA_KEY is being replaced: what was sealed before still stands under DATA_KEY_FORMER. Run npm start -- rotate-keys.';

const keysCanBeReplaced = 'The bot runs. Replace them: see “Keys” in docs/operations.md.';

const codeLinksNothing =
  'The bot runs, and channels that are linked stay so, but this code links nothing any more. Set DESK_CODE to a new one and start again.';

/** Whoever runs the bot is told as long as the code from the settings can be used, and when it ended in vain. */
export function sayDeskCode(log: Logger, stands: DeskCodeStands | null, now: Date): void {
  if (stands === null || stands.usedAt !== null) return;
  const { expiresAt } = stands;
  if (expiresAt > now) log.info({ until: expiresAt }, 'DESK_CODE links one channel of the Meldpunt');
  else log.warn({ ended: expiresAt }, 'DESK_CODE was not used in time and no longer works: set another one');
}
