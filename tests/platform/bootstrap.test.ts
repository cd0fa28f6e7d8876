import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootstrap } from '../../src/platform/bootstrap.js';
import { digestOf, type Performing } from '../../src/platform/perform.js';
import type { Database } from '../../src/platform/storage/connection.js';
import { engines, freshDatabase } from '../support/database.js';
import { monday10 } from '../support/given.js';

describe.each(engines)('bootstrap, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await freshDatabase(engine);
  });
  afterAll(() => database.close());
  const start = (code: string) => bootstrap({ database } as Performing, code);
  const codes = () => database.kysely.selectFrom('linkCode').selectAll().execute();

  it('given two processes that start together, then there is one desk, one code, three confirmed providers', async () => {
    await Promise.all([start('FIRST-DESK-CODE'), start('FIRST-DESK-CODE')]);
    const organisations = await database.kysely.selectFrom('organisation').selectAll().execute();
    expect(organisations.map(({ kind }) => kind).sort()).toEqual(['desk', 'provider', 'provider', 'provider']);
    expect(organisations.every(({ phone, email }) => phone === null && email === null)).toBe(true);
    expect(await database.kysely.selectFrom('service').select('id').execute()).toHaveLength(3);
    expect(await codes()).toMatchObject([{ digest: digestOf('first desk code'), usedAt: null }]);
  });

  it('given a start later, then what the desk changed stays, and a used code stays used', async () => {
    await database.kysely.updateTable('organisation').set({ name: 'Onze naam' }).where('kind', '=', 'desk').execute();
    await database.kysely.updateTable('linkCode').set({ usedAt: monday10 }).execute();
    await start('FIRST-DESK-CODE');
    const desk = await database.kysely.selectFrom('organisation').select('name').where('kind', '=', 'desk').execute();
    expect(desk).toEqual([{ name: 'Onze naam' }]);
    expect(await codes()).toMatchObject([{ usedAt: monday10 }]);
  });

  it('given another code in the environment, then that one works too', async () => {
    await start('SECOND-DESK-CODE');
    expect((await codes()).filter(({ usedAt }) => usedAt === null)).toHaveLength(1);
  });
});
