import { CamelCasePlugin, type Dialect, Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type ConstructorOptions, fromPglite } from 'pg-boss';
import { postgresTypes } from './embedded/column-types.js';
import type { Embedded } from './embedded/open-embedded.js';
import { namingPool } from './named-queries.js';
import type { Schema } from './rows/schema.js';
import { noteStatement } from './statements.js';
import { UnreachableDatabase } from './unreachable-database.js';

/** Which PostgreSQL this is: in this process, or a server. Queries and migrations are the same on both. */
export type Engine = 'embedded' | 'postgresql';

export interface DatabaseOptions {
  /** A PostgreSQL server, shared by several processes; null for the embedded engine. */
  readonly databaseUrl: string | null;
  /** The folder of the embedded engine; null keeps everything in memory (tests only). */
  readonly dataDirectory: string | null;
  /** Told of trouble outside a query: a lost idle connection, a failed upkeep. */
  readonly onError?: (error: unknown) => void;
  /** Connections of this process to the server, besides the few of the queue. */
  readonly poolSize?: number;
}

/** One open database, whichever engine. */
export interface Database {
  readonly engine: Engine;
  /** Typed queries. Inside `transaction().execute(trx => …)` use only `trx`: on the embedded engine anything else waits for ever. */
  readonly kysely: Kysely<Schema>;
  /** How pg-boss reaches this same database; only the queue uses it. */
  readonly bossOptions: ConstructorOptions;
  /** True when no other process can be connected: then work left active was left by a process that died. */
  readonly exclusive: boolean;
  /** Runs work that may take long (migrations) on a connection without the time limits of everyday queries. */
  unhurried<T>(work: (kysely: Kysely<Schema>) => Promise<T>): Promise<T>;
  /**
   * Whether what is given is kept: the folder of the embedded engine is still there and takes a byte more, a server takes changes.
   * Throws what is wrong.
   */
  checkKeeps(): Promise<void>;
  close(): Promise<void>;
}

const everydayLimits = { statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000, lock_timeout: 10_000 };
/**
 * A list over all open cases looks dear to the planner, and the server then compiles it for seconds to carry it out in a tenth of one. Options
 * in the address of the server come before these.
 */
const uncompiled = '-c jit=off';
const connecting = { application_name: 'meldpunt-bot', connectionTimeoutMillis: 10_000, keepAlive: true };

/**
 * Opens the database. Rows come out the same on both engines: timestamptz as Date, date as `YYYY-MM-DD`, int8 and
 * numeric as number, arrays and jsonb parsed, columns in camelCase (keys inside jsonb are left alone).
 * Throws `UnreachableDatabase`, or one of the errors of `openEmbedded`.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const onError = options.onError ?? (() => undefined);
  if (options.databaseUrl !== null) return openServer(options.databaseUrl, options.poolSize ?? 16, onError);
  // The embedded engine is only loaded where it is used.
  const { openEmbedded, openInMemory } = await import('./embedded/open-embedded.js');
  if (options.dataDirectory === null) return embeddedDatabase(await openInMemory());
  return embeddedDatabase(await openEmbedded(options.dataDirectory, onError));
}

/** Wraps an open PGlite; exported for tests that start from a prepared copy. */
export function embeddedDatabase(embedded: Embedded): Database {
  const kysely = typed(new PGliteDialect({ pglite: embedded.pglite }));
  return {
    engine: 'embedded',
    kysely,
    bossOptions: { db: fromPglite(embedded.pglite), backend: 'pglite', reindex: false, monitorVacuum: false },
    exclusive: true,
    unhurried: (work) => work(kysely),
    checkKeeps: () => embedded.checkKeeps(),
    close: () => embedded.close(),
  };
}

async function openServer(connectionString: string, max: number, onError: (error: unknown) => void): Promise<Database> {
  const pool = newPool({ connectionString, max, options: uncompiled, ...everydayLimits }, onError);
  const kysely = typed(new PostgresDialect({ pool: namingPool(pool) }));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new UnreachableDatabase(connectionString, error);
  }
  return {
    engine: 'postgresql',
    kysely,
    bossOptions: { connectionString, max: 5, ...connecting, application_name: 'meldpunt-bot queue' },
    exclusive: false,
    unhurried: (work) => onOwnPool(connectionString, onError, work),
    checkKeeps: () => takesChanges(kysely),
    close: () => closePool(pool),
  };
}

async function takesChanges(kysely: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ readOnly: boolean }>`
    select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as read_only`.execute(
    kysely,
  );
  if (rows[0]?.readOnly !== false) throw new Error('the server takes no changes');
}

async function onOwnPool<T>(
  connectionString: string,
  onError: (error: unknown) => void,
  work: (kysely: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  const pool = newPool({ connectionString, max: 2 }, onError);
  try {
    return await work(typed(new PostgresDialect({ pool })));
  } finally {
    await closePool(pool);
  }
}

/** Kysely's own `destroy` leaves the pool open when no query went through Kysely yet. */
async function closePool(pool: pg.Pool): Promise<void> {
  if (!pool.ending) await pool.end();
}

/** Without a listener, an idle connection that breaks would end the process. */
function newPool(config: pg.PoolConfig, onError: (error: unknown) => void): pg.Pool {
  const pool = new pg.Pool({ ...connecting, ...config, types: postgresTypes as pg.CustomTypesConfig });
  pool.on('error', onError);
  return pool;
}

function typed(dialect: Dialect): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: noteStatement,
  });
}
