import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { openDatabase } from '../../../src/platform/storage/connection.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';
import { emptyDatabase, emptyPostgresUrl, engines } from '../../support/database.js';
import { describeOnPostgres } from '../../support/on-postgres.js';

const fails: Migration = {
  up: async (db) => {
    await sql`create table half (id integer)`.execute(db);
    await sql`select nonsense`.execute(db);
  },
};

describe.each(engines)('on %s', (engine) => {
  it('brings an empty database up to date, once', async () => {
    const db = await emptyDatabase(engine);
    expect((await migrateToLatest(db)).length).toBeGreaterThan(0);
    expect(await migrateToLatest(db)).toEqual([]);
    await db.close();
  });

  it('refuses a database of a later version', async () => {
    const db = await emptyDatabase(engine);
    const nothing: Migration = { up: async () => undefined };
    await migrateToLatest(db, { '0001-one': nothing, '0002-two': nothing });
    await expect(migrateToLatest(db, { '0001-one': nothing })).rejects.toThrow('0002-two');
    await db.close();
  });

  it('leaves nothing behind when a migration fails', async () => {
    const db = await emptyDatabase(engine);
    await expect(migrateToLatest(db, { '0001-fails': fails })).rejects.toThrow('nonsense');
    const { rows } = await sql`select 1 from pg_tables where tablename = 'half'`.execute(db.kysely);
    expect(rows).toEqual([]);
    await db.close();
  });
});

describeOnPostgres('two processes starting at once on PostgreSQL', () => {
  it('run each migration once', async () => {
    const url = await emptyPostgresUrl();
    const both = await Promise.all([1, 2].map(() => openDatabase({ databaseUrl: url, dataDirectory: null })));
    const ran = await Promise.all(both.map((db) => migrateToLatest(db)));
    expect(ran.map((names) => names.length > 0).sort()).toEqual([false, true]);
    await Promise.all(both.map((db) => db.close()));
  });
});
