import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootstrap } from '../../../src/platform/runtime/bootstrap.js';
import { digestOf } from '../../../src/platform/runtime/perform.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10 } from '../../support/given.js';

describe.each(engines)('bootstrap, on %s', (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await freshDatabase(engine);
  });
  afterAll(() => database.close());
  let now = monday10;
  const clock = { now: () => now };
  const start = (code: string | null, tenantId: string | null = 'tenant-1') =>
    bootstrap({ database, clock }, { code, tenantId });
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

  it('given another code in the environment, then that one works too, for two weeks and in one tenant', async () => {
    await start('SECOND-DESK-CODE');
    expect(await waiting()).toMatchObject([
      { digest: digestOf('second desk code'), tenantId: 'tenant-1', expiresAt: after(14) },
    ]);
  });

  it('given a start later, then its end stays, and its tenant is the one that is set now', async () => {
    now = after(2);
    expect(await start('SECOND-DESK-CODE', 'tenant-2')).toEqual({ usedAt: null, expiresAt: after(14) });
    expect(await waiting()).toMatchObject([{ tenantId: 'tenant-2', expiresAt: after(14) }]);
  });

  it('given a code without an end from an earlier version, then it gets one', async () => {
    const never = new Date('9999-12-31T00:00:00Z');
    await database.kysely.updateTable('linkCode').set({ expiresAt: never, tenantId: null }).execute();
    await start('SECOND-DESK-CODE');
    expect(await waiting()).toMatchObject([{ tenantId: 'tenant-1', expiresAt: after(16) }]);
    expect((await codes()).find(({ usedAt }) => usedAt !== null)?.digest).toBe(digestOf('FIRST-DESK-CODE'));
  });

  it('given a code that replaces one, then the old one no longer works', async () => {
    await start('THIRD-DESK-CODE');
    const [old] = await codesOf('SECOND-DESK-CODE');
    expect(old?.expiresAt).toEqual(now);
    expect(await codesOf('THIRD-DESK-CODE')).toMatchObject([{ usedAt: null, expiresAt: after(16) }]);
  });

  it('given a code that was not used in time, then it has ended for good', async () => {
    now = after(22);
    expect(await start('THIRD-DESK-CODE')).toEqual({ usedAt: null, expiresAt: after(16) });
  });

  it('given a code that can be guessed, then none works any more, and who was linked stays so', async () => {
    await start('FOURTH-DESK-CODE');
    expect(await start(null)).toBeNull();
    expect((await codesOf('FOURTH-DESK-CODE'))[0]?.expiresAt).toEqual(now);
    expect((await codes()).filter(({ expiresAt, usedAt }) => usedAt === null && expiresAt > now)).toEqual([]);
    expect((await codes()).some(({ usedAt }) => usedAt !== null)).toBe(true);
  });

  const dayMs = 24 * 3_600_000;
  const after = (days: number): Date => new Date(monday10.getTime() + days * dayMs);
  const waiting = async () => (await codes()).filter(({ usedAt }) => usedAt === null);
  const codesOf = async (code: string) => (await codes()).filter(({ digest }) => digest === digestOf(code));
});
