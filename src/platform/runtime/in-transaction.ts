import { sql, type Transaction } from 'kysely';
import type { Database } from '../storage/connection.js';
import type { Schema } from '../storage/rows/schema.js';
import { VersionConflict, type LostRow } from '../storage/rows/version-conflict.js';

type Trx = Transaction<Schema>;

/**
 * Waits for the rows that were lost to somebody else at an earlier try, and holds them: called before anything is loaded,
 * and after the person is held, because everybody takes the person first.
 */
export type TakeTurn = () => Promise<void>;

/** Rows that one act can lose one after the other, and a deadlock or two besides: no act touches so many that people fight for. */
const attempts = 8;

/**
 * Runs the work in a transaction; when somebody else was first, loads and decides again on the new state. Who lost a row
 * waits for it the next time, and so cannot lose it again: without that, whoever comes later may always be first, and with
 * enough people at one case somebody hears that it failed.
 */
export async function inTransaction<T>(
  { kysely }: Pick<Database, 'kysely'>,
  work: (trx: Trx, takeTurn: TakeTurn) => Promise<T>,
): Promise<T> {
  const lost: LostRow[] = [];
  for (let attempt = 1; ; attempt++) {
    try {
      return await kysely.transaction().execute((trx) => work(trx, () => hold(trx, lost)));
    } catch (error) {
      if (attempt >= attempts || !(error instanceof VersionConflict || isSerialisation(error))) throw error;
      if (error instanceof VersionConflict && error.row !== null) lost.push(error.row);
    }
  }
}

/** Always in the same order, so that two who wait do not wait for each other. */
async function hold(trx: Trx, lost: readonly LostRow[]): Promise<void> {
  const inOrder = lost.toSorted((one, other) => (`${one.table} ${one.id}` < `${other.table} ${other.id}` ? -1 : 1));
  for (const { table, id } of inOrder)
    await sql`select 1 from ${sql.table(table)} where id = ${id} for no key update`.execute(trx);
}

/** PostgreSQL's own words for "somebody else was first": unique violation, serialisation failure, deadlock, tables that were changed meanwhile. */
const isSerialisation = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  ['23505', '40001', '40P01', '0A000'].includes(String(error.code));
