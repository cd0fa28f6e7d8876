import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { embeddedDatabase, openDatabase, type Database, type Engine } from '../../src/platform/storage/connection.js';
import { emptyEmbedded, emptyPostgresUrl } from './database.js';
import type { Facts } from './databases/facts.js';
import { teamsAddress, type KeptWorld } from './databases/world.js';

/** What must be found again in a kept database, whatever version opens it. */
export interface Expected {
  readonly version: string;
  /** The moment at which the database was left, by the program's own clock. */
  readonly now: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly facts: AsJson<Facts>;
  readonly world: KeptWorld;
}

/** How a value comes back out of JSON: moments as text, what is not there left out. */
export type AsJson<T> = T extends Date
  ? string
  : T extends readonly (infer U)[]
    ? AsJson<U>[]
    : T extends object
      ? { [K in keyof T]: AsJson<T[K]> }
      : T;

const kept = (file: string): Buffer => readFileSync(fileURLToPath(new URL(`./databases/${file}`, import.meta.url)));

export const expectedOf = (version: string): Expected =>
  JSON.parse(kept(`${version}.expected.json`).toString('utf8')) as Expected;

/**
 * Opens a database as a shipped version left it, not migrated, in an empty database of its own. `teamsUrl` is where its
 * conversations are reached; without it nowhere. How the files were made: docs/testing.md.
 */
export async function openFixture(engine: Engine, version: string, teamsUrl = teamsAddress): Promise<Database> {
  const script = gunzipSync(kept(`${version}.sql.gz`))
    .toString('utf8')
    .replaceAll(teamsAddress, teamsUrl);
  if (engine === 'embedded') {
    const embedded = await emptyEmbedded();
    await embedded.pglite.exec(script);
    return embeddedDatabase(embedded);
  }
  const databaseUrl = await emptyPostgresUrl();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(script).finally(() => client.end());
  return openDatabase({ databaseUrl, dataDirectory: null });
}
