import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** So many statements stay planned on one connection; what comes after them is planned each time. */
const mostNamed = 400;

/** Statements that read or write rows; anything else is asked once. */
const ofRows = /^\s*(?:select|insert|update|delete|with)\b/i;

/** PostgreSQL's word for a plan that does not fit the tables any more: another process has migrated them. */
const isOutdated = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';

/** Counts up when tables were changed: from then on every statement has a new name, and so a new plan. */
let generation = 0;

const nameOf = (text: string): string =>
  createHash('sha256').update(`${generation} ${text}`).digest('base64url').slice(0, 24);

/**
 * The connections of a pool as Kysely uses them, on which each statement is parsed and planned once: a press asks the same
 * dozen every time. Not through a PgBouncer older than 1.21 in transaction mode, which would lose the names (docs/operations.md).
 */
export function namingPool(pool: pg.Pool): PostgresPool {
  const naming = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = naming.get(client) ?? new NamingClient(client);
      naming.set(client, known);
      return known;
    },
  };
}

class NamingClient implements PostgresPoolClient {
  private readonly named = new Set<string>();

  constructor(private readonly client: pg.PoolClient) {}

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    asked: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== 'string') throw new Error('rows are read at once, not by a cursor');
    return this.run(asked, [...values]) as Promise<PostgresQueryResult<R>>;
  }

  release(destroy?: boolean): void {
    this.client.release(destroy);
  }

  private async run(text: string, values: unknown[]): Promise<pg.QueryResult> {
    const name = ofRows.test(text) ? nameOf(text) : null;
    if (name === null || (!this.named.has(name) && this.named.size >= mostNamed))
      return this.client.query(text, values);
    this.named.add(name);
    try {
      return await this.client.query({ name, text, values });
    } catch (error) {
      if (!isOutdated(error)) throw error;
      generation++;
      // Inside a transaction PostgreSQL has already given up: whoever began it begins anew.
      if (this.client.getTransactionStatus() !== 'I') throw error;
      return this.client.query(text, values);
    }
  }
}
