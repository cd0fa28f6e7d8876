import type { Transaction } from 'kysely';
import type { Schema } from './schema.js';
import { VersionConflict } from './version-conflict.js';

/** The tables of which each row carries the number of its version. */
export type VersionedTable = {
  [Table in keyof Schema]: Schema[Table] extends { readonly id: unknown; readonly version: unknown } ? Table : never;
}[keyof Schema];

/**
 * Stores the next version of a row: a new one when version 0 was read, otherwise exactly the version that was read.
 * `columns` are those of the table, its id among them. Throws {@link VersionConflict} when somebody was first.
 */
export async function storeVersion(
  trx: Transaction<Schema>,
  table: VersionedTable,
  readVersion: number,
  columns: { readonly id: string },
): Promise<void> {
  const values = { ...columns, version: readVersion + 1 } as never;
  const stored =
    readVersion === 0
      ? trx
          .insertInto(table)
          .values(values)
          .onConflict((oc) => oc.doNothing())
          .returning('id')
      : trx
          .updateTable(table)
          .set(values)
          .where('id', '=', columns.id as never)
          .where('version', '=', readVersion as never)
          .returning('id');
  if ((await stored.executeTakeFirst()) === undefined) throw new VersionConflict(table, { table, id: columns.id });
}

/**
 * Stores the row that its events have made: a new one, or exactly the version that was read. Gives it with its new number.
 * Throws {@link VersionConflict} when somebody was first.
 */
export async function storeNext<Row extends { readonly id: string; readonly version: number }>(
  trx: Transaction<Schema>,
  table: VersionedTable,
  before: Row | null,
  after: Row,
  columnsOf: (row: Row) => { readonly id: string },
): Promise<Row> {
  const read = before?.version ?? 0;
  const stored = { ...after, version: read + 1 };
  await storeVersion(trx, table, read, columnsOf(stored));
  return stored;
}
