import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { inTransaction } from '../../../src/platform/runtime/in-transaction.js';
import { openDatabase, type Database } from '../../../src/platform/storage/connection.js';
import { anyEngine, emptyPostgresUrl } from '../../support/database.js';

const servers = anyEngine.filter((engine) => engine === 'postgresql');

(servers.length === 0 ? describe.skip : describe)('a server that plans each statement once', () => {
  let database: Database;
  beforeAll(async () => {
    // One connection: what is planned on it can be counted.
    database = await openDatabase({ databaseUrl: await emptyPostgresUrl(), dataDirectory: null, poolSize: 1 });
    await sql`create table line (id integer primary key, words text)`.execute(database.kysely);
  });
  afterAll(() => database.close());

  const planned = async (): Promise<number> => {
    const { rows } = await sql<{ held: number }>`
      select count(*)::integer as held from pg_prepared_statements where statement like '%line%' and statement not like '%pg_%'`.execute(
      database.kysely,
    );
    return rows[0]?.held ?? 0;
  };
  const add = (id: number, words: string | null) =>
    sql`insert into line (id, words) values (${id}, ${words})`.execute(database.kysely);
  const all = () => sql`select * from line order by id`.execute(database.kysely);

  it('plans the same statement once, whatever its values', async () => {
    await add(1, 'een');
    await add(2, null);
    await add(3, 'drie');
    expect((await all()).rows).toEqual([
      { id: 1, words: 'een' },
      { id: 2, words: null },
      { id: 3, words: 'drie' },
    ]);
    expect(await planned()).toBe(2);
  });

  it('has none compiled by the server, which takes seconds for a list that is looked up in a tenth of one', async () => {
    const { rows } = await sql<{ jit: string }>`show jit`.execute(database.kysely);
    expect(rows).toEqual([{ jit: 'off' }]);
  });

  it('says how many rows a change touched', async () => {
    expect((await sql`delete from line where id = ${3}`.execute(database.kysely)).numAffectedRows).toBe(1n);
  });

  it('knows a table as it is after another process changed it', async () => {
    const at = (column: string) => sql`alter table line add column ${sql.ref(column)} integer not null default 7`;
    await at('more').execute(database.kysely);
    expect((await all()).rows[0]).toEqual({ id: 1, words: 'een', more: 7 });
    await all();
    await at('last').execute(database.kysely);
    let tries = 0;
    const found = await inTransaction(database, async (trx) => {
      tries++;
      return (await sql`select * from line order by id`.execute(trx)).rows[0];
    });
    expect(found).toEqual({ id: 1, words: 'een', more: 7, last: 7 });
    expect(tries).toBe(2);
  });

  it('keeps no more plans than a connection can bear, and answers the rest all the same', async () => {
    for (let wide = 1; wide <= 450; wide++) {
      const columns = sql.raw(Array.from({ length: wide }, () => 'id').join(' + '));
      const { rows } = await sql<{ sum: number }>`select ${columns} as sum from line where id = 1`.execute(
        database.kysely,
      );
      expect(rows[0]?.sum).toBe(wide);
    }
    expect(await planned()).toBeLessThanOrEqual(400);
  });
});
