import { randomBytes } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sql } from 'kysely';
import { startQueue } from '../../src/platform/queue/queue.js';
import { type Database, embeddedDatabase, type Engine, openDatabase } from '../../src/platform/storage/connection.js';
import { openInMemory, type Embedded } from '../../src/platform/storage/embedded/open-embedded.js';
import { migrateToLatest } from '../../src/platform/storage/migrate.js';
import { borrowedDatabase } from './borrowed-database.js';
import { findPostgres, startPostgres, type ThrowawayPostgres } from './postgres.js';
import { prepared } from './prepared.js';
import { madeOncePerRun } from './run-directory.js';

/** `ENGINES=embedded`: nothing on PostgreSQL, for a quick look. */
const wanted = process.env['ENGINES'];

/** What the suite runs on: the embedded engine always, PostgreSQL where it is installed (always in CI). Use with `describe.each`. */
export const engines: Engine[] =
  findPostgres() === null || wanted === 'embedded' ? ['embedded'] : ['embedded', 'postgresql'];

const seenOther = process.env['OTHER_LIVES'] === '1' ? 1 : 0;

/**
 * For a story about people, cards and time, of which either engine does the same: the engines share the stories, by the name
 * of the file (`import.meta.url`). With OTHER_LIVES=1 each story takes the other engine, as CI does on its second Node.
 */
export function engineInTurn(file: string): Engine[] {
  const name = basename(file);
  const turn = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), seenOther);
  return [engines[turn % engines.length]!];
}

/** For what is about words and input, where the engine cannot matter: one of them, a server where there is one. */
export const anyEngine: Engine[] = engines.slice(-1);

/**
 * A migrated, empty database of its own, in under a second; close it in `afterAll`.
 * Closing is enough: the embedded one is emptied for the next, the PostgreSQL one goes with the run's server.
 */
export async function freshDatabase(engine: Engine): Promise<Database> {
  if (engine === 'postgresql') return openDatabase({ databaseUrl: await freshPostgresUrl(), dataDirectory: null });
  return borrowedDatabase('embedded', async () => embeddedDatabase(await openInMemory(await embeddedDump('migrated'))));
}

/** The same for what knows no engine: on a server where there is one, which takes a third of the time. Closing it gives it to the next test. */
export async function anyDatabase(): Promise<Database> {
  const [engine] = anyEngine;
  if (engine === 'embedded') return freshDatabase('embedded');
  return borrowedDatabase('postgresql', () => freshDatabase('postgresql'));
}

/** A database without any table. */
export async function emptyDatabase(engine: Engine): Promise<Database> {
  if (engine === 'postgresql') return openDatabase({ databaseUrl: await emptyPostgresUrl(), dataDirectory: null });
  return embeddedDatabase(await emptyEmbedded());
}

/** The embedded engine in memory without any table. */
export const emptyEmbedded = async (): Promise<Embedded> => openInMemory(await embeddedDump('empty'));

/** Fills a folder with a complete data directory of the embedded engine, migrated and empty: quicker than making one. */
export async function useCompleteDirectory(folder: string): Promise<void> {
  cpSync(await prepared('directory'), folder, { recursive: true });
}

/** The url of a migrated, empty PostgreSQL database: for tests with several processes or connections. */
export async function freshPostgresUrl(): Promise<string> {
  const server = await postgresOfThisRun();
  await madeOncePerRun('postgres-template', async (path) => {
    await makePostgresTemplate(server);
    writeFileSync(path, 'migrated');
  });
  return createDatabase(server, `fresh_${randomBytes(6).toString('hex')}`, 'migrated');
}

/** The url of a PostgreSQL database without any table. */
export async function emptyPostgresUrl(): Promise<string> {
  return createDatabase(await postgresOfThisRun(), `empty_${randomBytes(6).toString('hex')}`, 'template1');
}

/** A PostgreSQL of the run's own; started by the first test that needs it. */
async function postgresOfThisRun(): Promise<ThrowawayPostgres> {
  const note = await madeOncePerRun('postgres.json', async (path) => {
    const binaries = findPostgres();
    if (binaries === null) throw new Error('PostgreSQL is not installed: use `engines`.');
    writeFileSync(path, JSON.stringify(await startPostgres(binaries)));
  });
  return JSON.parse(readFileSync(note, 'utf8')) as ThrowawayPostgres;
}

/** Read once per test file. */
const dumps = new Map<string, Blob>();

async function embeddedDump(kind: 'empty' | 'migrated'): Promise<Blob> {
  const dump = dumps.get(kind) ?? new Blob([new Uint8Array(readFileSync(await prepared(kind)))]);
  dumps.set(kind, dump);
  return dump;
}

/** The queue's own tables are part of the copy too: making them takes longer than our own. */
async function makePostgresTemplate(server: ThrowawayPostgres): Promise<void> {
  const db = await openDatabase({
    databaseUrl: await createDatabase(server, 'migrated', 'template1'),
    dataDirectory: null,
  });
  await migrateToLatest(db);
  await (await startQueue(db, [])).stop();
  await db.close();
}

async function createDatabase(server: ThrowawayPostgres, name: string, template: string): Promise<string> {
  const admin = await openDatabase({ databaseUrl: server.url, dataDirectory: null, poolSize: 1 });
  try {
    await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin.kysely);
  } finally {
    await admin.close();
  }
  return server.url.replace(/\/postgres$/, `/${name}`);
}
