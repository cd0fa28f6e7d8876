import { sql } from 'kysely';
import { openDatabase, type Database, type Engine } from '../../src/platform/storage/connection.js';
import { newFolder } from '../../tests/support/folder.js';
import { findPostgres, startPostgres, stopPostgres } from '../../tests/support/postgres.js';

/** A database that flushes to disk as in production, thrown away afterwards. */
export interface BenchEngine {
  readonly engine: Engine;
  readonly name: string;
  readonly database: Database;
  /** Call it when the database is closed. */
  remove(): void;
}

/** The embedded engine in a temporary folder on disk. */
export async function embedded(): Promise<BenchEngine> {
  const { path, remove } = newFolder();
  const database = await openDatabase({ databaseUrl: null, dataDirectory: path });
  return { engine: 'embedded', name: `embedded engine (${await versionOf(database)}, on disk)`, database, remove };
}

/** A PostgreSQL server of our own with `fsync` on; null when PostgreSQL is not installed. */
export async function postgresql(): Promise<BenchEngine | null> {
  const binaries = findPostgres();
  if (binaries === null) return null;
  const server = await startPostgres(binaries, { durable: true });
  const database = await openDatabase({ databaseUrl: server.url, dataDirectory: null });
  const remove = (): void => stopPostgres(server);
  return { engine: 'postgresql', name: `${await versionOf(database)}, a server on this machine`, database, remove };
}

async function versionOf({ kysely }: Database): Promise<string> {
  const { rows } = await sql<{ version: string }>`select version() as version`.execute(kysely);
  return /PostgreSQL [\d.]+/.exec(rows[0]?.version ?? '')?.[0] ?? 'PostgreSQL';
}
