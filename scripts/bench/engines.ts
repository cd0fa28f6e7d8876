import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import {
  openDatabase,
  type Database,
  type DatabaseOptions,
  type Engine,
} from '../../src/platform/storage/connection.js';
import { findPostgres, startPostgres, stopPostgres } from '../../tests/support/postgres.js';

/** A database that flushes to disk as in production, thrown away afterwards. */
export interface BenchEngine {
  readonly engine: Engine;
  readonly name: string;
  readonly database: Database;
  /** Call it when the database is closed. */
  remove(): void;
}

/** Where a database of this run is, for a process that opens it by itself. */
export interface BenchPlace {
  readonly engine: Engine;
  readonly name: string;
  /** Another database of the same engine each time it is asked. */
  another(): Promise<Where>;
  remove(): void;
}

/** What `openDatabase` takes. */
export type Where = Pick<DatabaseOptions, 'databaseUrl' | 'dataDirectory'>;

/** The embedded engine in a temporary folder on disk. */
export async function embedded(): Promise<BenchEngine> {
  const { name, remove, another } = await embeddedPlace();
  return { engine: 'embedded', name, database: await openDatabase(await another()), remove };
}

/** A PostgreSQL server of our own with `fsync` on; null when PostgreSQL is not installed. */
export async function postgresql(): Promise<BenchEngine | null> {
  const place = await postgresqlPlace();
  if (place === null) return null;
  const { name, remove, another } = place;
  return { engine: 'postgresql', name, database: await openDatabase(await another()), remove };
}

/** Folders on disk, not in memory: what is flushed is flushed. */
export async function embeddedPlace(): Promise<BenchPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'mp-bench-'));
  let made = 0;
  const another = (): Promise<Where> =>
    Promise.resolve({ databaseUrl: null, dataDirectory: join(folder, `data-${++made}`) });
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const version = await versionAt({ databaseUrl: null, dataDirectory: null });
  return { engine: 'embedded', name: `embedded engine (${version}, on disk)`, another, remove };
}

export async function postgresqlPlace(): Promise<BenchPlace | null> {
  const binaries = findPostgres();
  if (binaries === null) return null;
  const server = await startPostgres(binaries, { durable: true });
  let made = 0;
  const another = async (): Promise<Where> => {
    const name = `bench_${++made}`;
    await asked({ databaseUrl: server.url, dataDirectory: null }, ({ kysely }) =>
      sql`create database ${sql.id(name)}`.execute(kysely),
    );
    return { databaseUrl: server.url.replace(/\/postgres$/, `/${name}`), dataDirectory: null };
  };
  const version = await versionAt({ databaseUrl: server.url, dataDirectory: null });
  const remove = (): void => stopPostgres(server);
  return { engine: 'postgresql', name: `${version}, a server on this machine`, another, remove };
}

async function asked<T>(where: Where, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(where);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

const versionAt = (where: Where): Promise<string> => asked(where, versionOf);

async function versionOf({ kysely }: Database): Promise<string> {
  const { rows } = await sql<{ version: string }>`select version() as version`.execute(kysely);
  return /PostgreSQL [\d.]+/.exec(rows[0]?.version ?? '')?.[0] ?? 'PostgreSQL';
}
