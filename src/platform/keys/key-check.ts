import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../storage/connection.js';
import type { Schema } from '../storage/rows/schema.js';
import { formerKeys } from '../storage/keys/former-keys.js';
import { hasKeyFile, openKeyFile, type KeyFile } from '../storage/keys/key-file.js';
import { kidOf, type Keys } from '../storage/keys/seal.js';

type Db = Kysely<Schema> | Transaction<Schema>;
type KeyName = 'data' | 'index';

const variables: Readonly<Record<KeyName, string>> = { data: 'DATA_KEY', index: 'INDEX_KEY' };

/** A key of the environment is not the one under which this database stands. Nothing was changed. */
export class WrongKey extends Error {
  override readonly name = 'WrongKey';

  constructor(which: KeyName, stands: string | null, given: string) {
    const ids = stands === null ? '' : ` (that one has the id ${stands}, this one ${given})`;
    super(
      `The bot cannot start. ${variables[which]} is not the key with which this database was filled${ids}. Set the right ` +
        'one. To replace it by this one, see “Keys” in docs/operations.md. Nothing was changed.',
    );
  }
}

/** The key file is not the one with the keys of this database. Nothing was changed. */
export class WrongKeyFile extends Error {
  override readonly name = 'WrongKeyFile';

  constructor(path: string, why: 'missing' | 'another') {
    const what =
      why === 'missing'
        ? `There is no ${path}`
        : `${path} is not the file with the keys of the pupils in this database`;
    super(
      `The bot cannot start. ${what}. Set KEY_FILE to that file, or restore it (“Restore” in docs/operations.md): without it nothing that was sealed opens. Nothing was changed.`,
    );
  }
}

/** Opens the key file of a database, and notes it where the database knows none yet. Throws {@link WrongKeyFile}. */
export async function openKeyFileOf({ kysely }: Pick<Database, 'kysely'>, path: string): Promise<KeyFile> {
  const known = await storedKid(kysely, 'file');
  if (known !== null && !hasKeyFile(path)) throw new WrongKeyFile(path, 'missing');
  const file = openKeyFile(path);
  if ((known ?? (await noteKid(kysely, 'file', file.id))) === file.id) return file;
  file.close();
  throw new WrongKeyFile(path, 'another');
}

/** Whether keys are being replaced: what is still sealed by the former one opens, until `rotate-keys` has ended. */
export type KeysStand = 'same' | 'replacing';

/**
 * Looks whether the keys of the environment are those of the database, and notes them where it knows none yet. Throws
 * {@link WrongKey}: going on with another data key would open nothing and seal what nobody else can open; with another index key every pupil
 * would be new.
 */
export async function checkKeys({ kysely }: Pick<Database, 'kysely'>, keys: Keys): Promise<KeysStand> {
  const data = (await storedKid(kysely, 'data')) ?? (await noteKid(kysely, 'data', await kidThatOpens(kysely, keys)));
  const index = (await storedKid(kysely, 'index')) ?? (await noteKid(kysely, 'index', kidOf(keys.index)));
  if (index !== kidOf(keys.index)) throw new WrongKey('index', index, kidOf(keys.index));
  if (data === kidOf(keys.data)) return 'same';
  if (keys.formerData && data === kidOf(keys.formerData)) return 'replacing';
  throw new WrongKey('data', data, kidOf(keys.data));
}

/** Notes that from now on the database stands under these keys. */
export async function noteKeys(db: Db, keys: Keys): Promise<void> {
  for (const name of ['data', 'index'] as const)
    await db
      .insertInto('keyCheck')
      .values({ name, kid: kidOf(keys[name]) })
      .onConflict((oc) => oc.column('name').doUpdateSet({ kid: kidOf(keys[name]) }))
      .execute();
}

const storedKid = async (db: Db, name: Schema['keyCheck']['name']): Promise<string | null> =>
  (await db.selectFrom('keyCheck').select('kid').where('name', '=', name).executeTakeFirst())?.kid ?? null;

/** Another process that starts at the same moment may have been first: what it noted counts. */
async function noteKid(db: Db, name: Schema['keyCheck']['name'], kid: string): Promise<string> {
  await db
    .insertInto('keyCheck')
    .values({ name, kid })
    .onConflict((oc) => oc.doNothing())
    .execute();
  return (await storedKid(db, name)) ?? kid;
}

/** In a database from before keys were noted: the key that opens what was sealed last. Where nothing was, the present one. */
async function kidThatOpens(db: Db, keys: Keys): Promise<string> {
  const last = await db
    .selectFrom('trail')
    .select('wrappedKey')
    .where('wrappedKey', 'is not', null)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last?.wrappedKey) return kidOf(keys.data);
  for (const data of [keys.data, ...(keys.formerData ? [keys.formerData] : [])])
    if (await unwraps({ data, formerData: null }, last.wrappedKey)) return kidOf(data);
  throw new WrongKey('data', null, kidOf(keys.data));
}

/** Whether these keys are those by which it was wrapped. */
const unwraps = (keys: Pick<Keys, 'data' | 'formerData'>, wrappedKey: string): Promise<boolean> =>
  formerKeys(keys)
    .unwrap(wrappedKey)
    .then(
      () => true,
      () => false,
    );
