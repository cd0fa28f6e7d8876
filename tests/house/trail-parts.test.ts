import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../../src/platform/storage/connection.js';
import { trailParts } from '../../src/platform/storage/keys/trail-parts.js';
import { anyDatabase } from '../support/database.js';

let database: Database;
beforeAll(async () => {
  database = await anyDatabase();
});
afterAll(() => database.close());

/** Columns of our own tables, by what they are called. */
const columns = async (like: string): Promise<string[]> => {
  const { rows } = await sql<{ at: string }>`select c.table_name || '.' || c.column_name as at
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name ~ ${like} order by 1`.execute(
    database.kysely,
  );
  return rows.map(({ at }) => at);
};

/** Known by the id of the trail, and no part of it: that it was erased stays. */
const apart = ['erasure.trail_id'];

it('every column with something sealed stands in the list of what hangs on a trail', async () => {
  const listed = trailParts.flatMap(({ table, sealed }) => (sealed === null ? [] : [`${table}.${sealed}`]));
  expect(await columns('^(sealed.*|.*_sealed|hint)$')).toEqual([...listed].sort());
});

it('everything that knows its trail stands in it', async () => {
  const listed = new Set(trailParts.map(({ table }) => table));
  const others = (await columns('^trail_id$')).filter((at) => !listed.has(at.split('.')[0]!) && !apart.includes(at));
  expect(others).toEqual([]);
});

it('what it says can be asked of the database: which rows are of a trail, by what each is known, what keeps it from being over', async () => {
  for (const { table, id, of, sealed, runs } of trailParts) {
    const trail = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
    const asked = [...id, ...(sealed === null ? [] : [sealed])].map((column) => sql`x.${sql.id(column)}`);
    const { rows } = await sql`select ${sql.join(asked)} from ${sql.table(table)} x
      where ${of(trail)} and ${runs === null ? sql`true` : runs(null)}`.execute(database.kysely);
    expect(rows).toEqual([]);
  }
});
