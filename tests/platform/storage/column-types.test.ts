import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../../src/platform/storage/connection.js';
import { jsonb } from '../../../src/platform/storage/rows/json.js';
import { engines, freshDatabase } from '../../support/database.js';

describe.each(engines)('on %s', (engine) => {
  let db: Database;

  beforeAll(async () => {
    db = await freshDatabase(engine);
    await sql`create table probe (
      id uuid primary key, some_text text unique, count_of bigint, amount numeric(10, 2), small integer, flag boolean,
      happens_at timestamptz, starts_on date, tags text[], details jsonb, raw bytea)`.execute(db.kysely);
  });

  afterAll(() => db.close());

  it('gives each column type the same JavaScript type', async () => {
    const details = { someKey: 1, other_key: [{ deepKey: null }], moment: '2025-09-01' };
    await sql`insert into probe values (
      ${'0198f1e2-0000-7000-8000-000000000001'}, ${'één'}, ${42}, ${12.5}, ${7}, ${true},
      ${new Date('2025-09-01T08:30:00.123Z')}, ${'2025-09-01'}, ${['a', 'b "c"', 'd,e']}, ${jsonb(details)},
      ${Buffer.from([0, 255])})`.execute(db.kysely);
    const { rows } = await sql`select * from probe`.execute(db.kysely);
    expect(rows).toEqual([
      {
        id: '0198f1e2-0000-7000-8000-000000000001',
        someText: 'één',
        countOf: 42,
        amount: 12.5,
        small: 7,
        flag: true,
        happensAt: new Date('2025-09-01T08:30:00.123Z'),
        startsOn: '2025-09-01',
        tags: ['a', 'b "c"', 'd,e'],
        details,
        raw: Buffer.from([0, 255]),
      },
    ]);
  });

  it('keeps what is left of a text that was cut in the middle of a sign', async () => {
    const { rows } = await sql<{ value: unknown }>`select ${jsonb({ said: 'ja 🙂'.slice(0, 4) })} as value`.execute(
      db.kysely,
    );
    expect(rows).toEqual([{ value: { said: 'ja \ufffd' } }]);
  });

  it.each([[['a', 'b']], ['a "quoted" text'], [12], [true], [null], [{}], [[]]])('keeps %j in jsonb', async (value) => {
    const { rows } = await sql<{ value: unknown }>`select ${jsonb(value)} as value`.execute(db.kysely);
    expect(rows).toEqual([{ value }]);
  });

  it('counts and sums as numbers, and empty lists stay lists', async () => {
    const { rows } = await sql`
      select count(*) as how_many, sum(small) as total, avg(small) as mean, '{}'::text[] as none, null::date as nothing
      from (values (1), (2)) as v (small)`.execute(db.kysely);
    expect(rows).toEqual([{ howMany: 2, total: 3, mean: 1.5, none: [], nothing: null }]);
  });

  it('refuses a whole number that JavaScript would round', async () => {
    await expect(sql`select 9007199254740993::bigint as n`.execute(db.kysely)).rejects.toThrow('does not fit');
  });

  it('tells which rule a refused row broke', async () => {
    const insert = () => sql`insert into probe (id, some_text) values (gen_random_uuid(), 'twice')`.execute(db.kysely);
    await insert();
    await expect(insert()).rejects.toMatchObject({ code: '23505', constraint: 'probe_some_text_key' });
  });

  it('says how many rows an update touched', async () => {
    const { numAffectedRows } = await sql`update probe set small = 1 where some_text = 'twice'`.execute(db.kysely);
    expect(numAffectedRows).toBe(1n);
  });

  it('undoes a transaction that throws', async () => {
    const attempt = db.kysely.transaction().execute(async (trx) => {
      await trx
        .insertInto('setting')
        .values({ key: 'undone', value: jsonb(1) })
        .execute();
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    const found = await db.kysely.selectFrom('setting').selectAll().where('key', '=', 'undone').execute();
    expect(found).toEqual([]);
  });

  it('keeps a query outside a running transaction out of it', async () => {
    let outside: Promise<unknown> = Promise.resolve();
    await db.kysely
      .transaction()
      .execute(async (trx) => {
        outside = db.kysely
          .insertInto('setting')
          .values({ key: 'outside', value: jsonb(1) })
          .execute();
        await trx
          .insertInto('setting')
          .values({ key: 'inside', value: jsonb(1) })
          .execute();
        throw new Error('no');
      })
      .catch(() => undefined);
    await outside;
    const keys = await db.kysely
      .selectFrom('setting')
      .select('key')
      .where('key', 'in', ['inside', 'outside'])
      .execute();
    expect(keys).toEqual([{ key: 'outside' }]);
  });
});
