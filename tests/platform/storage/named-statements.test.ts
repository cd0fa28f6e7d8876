import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PGlite } from '@electric-sql/pglite';
import { NamingPGlite } from '../../../src/platform/storage/embedded/named-statements.js';

describe('an embedded engine that plans each statement once', () => {
  let pglite: NamingPGlite;
  let plain: PGlite;

  beforeAll(async () => {
    pglite = new NamingPGlite();
    plain = await PGlite.create();
    await pglite.exec('create table line (id integer primary key, words text)');
  });
  afterAll(async () => {
    await pglite.close();
    await plain.close();
  });

  const planned = async (): Promise<number> => {
    const { rows } = await pglite.query<{ held: number }>(
      'select count(*)::integer as held from pg_prepared_statements',
    );
    return rows[0]!.held;
  };

  it('gives every value as the plain engine does', async () => {
    const text = `select $1::text as words, $2::jsonb as json, $3::timestamptz as at, $4::integer[] as numbers, $5::bytea as bytes,
      $6::boolean as yes, $7::text as nothing, $8::numeric as amount`;
    const values = ['één', { a: [1, null] }, new Date(0), [1, 2], new Uint8Array([0, 255]), false, null, '1.50'];
    const expected = await plain.query(text, values);
    for (const round of [1, 2, 3]) {
      const found = await pglite.query(text, values);
      expect({ round, rows: found.rows, fields: found.fields }).toEqual({
        round,
        rows: expected.rows,
        fields: expected.fields,
      });
    }
  });

  it('says how many rows a change touched', async () => {
    const add = 'insert into line (id, words) select n, $1 from generate_series(1, $2::integer) n';
    expect((await pglite.query(add, ['a', 3])).affectedRows).toBe(3);
    expect((await pglite.query('delete from line where words = $1 returning id', ['a'])).rows).toHaveLength(3);
    expect((await pglite.query('delete from line where words = $1 returning id', ['a'])).rows).toEqual([]);
  });

  it('knows a table as it is after it was changed, also in the middle of a transaction', async () => {
    const all = 'select * from line';
    await pglite.query('insert into line values (1, $1)', ['a']);
    expect((await pglite.query(all)).rows).toEqual([{ id: 1, words: 'a' }]);
    await pglite.query('alter table line add column more integer not null default 7');
    expect((await pglite.query(all)).rows).toEqual([{ id: 1, words: 'a', more: 7 }]);
    await pglite.transaction(async (tx) => {
      await tx.query(all);
      await tx.exec('alter table line drop column more');
      expect((await tx.query(all)).rows).toEqual([{ id: 1, words: 'a' }]);
      await tx.query('alter table line add column last text');
      expect((await tx.query(all)).rows).toEqual([{ id: 1, words: 'a', last: null }]);
    });
    await pglite.exec('alter table line drop column last; delete from line');
    expect((await pglite.query(all)).rows).toEqual([]);
  });

  it('names the statement that failed, and works on', async () => {
    const add = 'insert into line values ($1, $2)';
    await pglite.query(add, [1, 'a']);
    await expect(pglite.query(add, [1, 'b'])).rejects.toMatchObject({ code: '23505', query: add, params: [1, 'b'] });
    await expect(pglite.query('select nothing from line')).rejects.toMatchObject({ code: '42703' });
    await expect(
      pglite.transaction(async (tx) => {
        await tx.query(add, [2, 'b']);
        await expect(tx.query(add, [2, 'c'])).rejects.toMatchObject({ code: '23505' });
        await expect(tx.query('select 1 as never_planned')).rejects.toMatchObject({ code: '25P02' });
      }),
    ).rejects.toMatchObject({ code: '25P02' });
    expect((await pglite.query('select * from line')).rows).toEqual([{ id: 1, words: 'a' }]);
    expect((await pglite.query('select 1 as never_planned')).rows).toEqual([{ never_planned: 1 }]);
  });

  it('lets a statement of others wait for the end of a transaction', async () => {
    const seen: string[] = [];
    await pglite.exec('delete from line');
    let other: Promise<unknown> = Promise.resolve();
    await pglite.transaction(async (tx) => {
      other = pglite.query<{ words: string }>('select words from line').then(({ rows }) => seen.push(rows[0]!.words));
      await tx.query('insert into line values (1, $1)', ['not yet']);
      await tx.query('update line set words = $1', ['ready']);
    });
    await other;
    expect(seen).toEqual(['ready']);
  });

  it('hears a notification that comes with an answer', async () => {
    const heard: string[] = [];
    await pglite.listen('line_changed', (payload) => void heard.push(payload));
    await pglite.query(`select pg_notify('line_changed', $1)`, ['one']);
    await pglite.query('select 1');
    expect(heard).toEqual(['one']);
  });

  it('keeps no more than some hundreds of plans, and those that were used last', async () => {
    const often = 'select 1 as often';
    for (let n = 0; n < 350; n++) {
      await pglite.query(`select ${n} as number`);
      await pglite.query(often);
    }
    expect(await planned()).toBeLessThanOrEqual(300);
    const { rows } = await pglite.query<{ kept: boolean }>(
      `select exists (select from pg_prepared_statements where statement = $1) as kept`,
      [often],
    );
    expect(rows).toEqual([{ kept: true }]);
    await pglite.exec('vacuum');
    expect(await planned()).toBe(1);
  });
});
