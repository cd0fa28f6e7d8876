import type { Database } from '../storage/connection.js';
import { replayErasures } from './destroy-keys.js';
import { formerKeys } from '../storage/keys/former-keys.js';
import { checkKeys, openKeyFileOf } from './key-check.js';
import { moveKeys } from './move-keys.js';
import { createSealer, type Keys, type Sealer } from '../storage/keys/seal.js';

/**
 * Opens the keys of a database that is up to date: those of the environment are checked, those of trails that still stand in a table
 * are moved into the key file, and what was erased is erased in a database or a key file that was restored since.
 * Throws `WrongKey`, `WrongKeyFile` or `UnusableKeyFile`.
 */
export async function openKeys(
  database: Database,
  keys: Keys,
  path: string,
  onMoved: (moved: number) => void = () => undefined,
): Promise<Sealer> {
  await checkKeys(database, keys);
  const file = await openKeyFileOf(database, path);
  const sealer = createSealer(keys, file);
  try {
    await moveKeys(database, sealer, formerKeys(keys), onMoved);
    await replayErasures(database, sealer, new Date());
  } catch (error) {
    sealer.close();
    throw error;
  }
  return sealer;
}
