import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openInMemory, type Embedded } from '../../../src/platform/storage/embedded/open-embedded.js';
import { upkeep } from '../../../src/platform/storage/embedded/upkeep.js';

let database: Embedded;
beforeAll(async () => {
  database = await openInMemory();
  await database.pglite.exec(
    `create table one(n int); create table two(n int); insert into one select generate_series(1, 1000)`,
  );
});
afterAll(() => database.close());

const stands = async () => {
  const { rows } = await database.pglite.query<{ relname: string; vacuums: number; analyzes: number }>(
    `select relname, vacuum_count::int as vacuums, analyze_count::int as analyzes from pg_stat_user_tables order by 1`,
  );
  return rows.map(({ relname, vacuums, analyzes }) => [relname, vacuums, analyzes]);
};

it('every table has its turn, and statistics are made where much has changed', async () => {
  await upkeep(database.pglite);
  expect(await stands()).toEqual([
    ['one', 1, 1],
    ['two', 1, 1],
  ]);
  await database.pglite.exec('insert into two select generate_series(1, 200)');
  await upkeep(database.pglite);
  expect(await stands()).toEqual([
    ['one', 2, 1],
    ['two', 2, 2],
  ]);
});

it('what people ask goes in between', async () => {
  let isDone = false;
  const all = upkeep(database.pglite).then(() => (isDone = true));
  await database.pglite.query('select 1');
  await database.pglite.query('select 2');
  expect(isDone).toBe(false);
  await all;
});
