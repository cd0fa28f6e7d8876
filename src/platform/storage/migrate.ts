import { sql, type Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './connection.js';
import { migrations } from './migrations/index.js';
import type { Schema } from './rows/schema.js';

/**
 * Brings the schema up to date; returns the names of the migrations it ran. All of them commit together or none does.
 * Safe when several processes start at once: Kysely takes an advisory lock, the later one finds nothing to do.
 * Throws the error of the migration that failed.
 */
export async function migrateToLatest(db: Database, which: Record<string, Migration> = migrations): Promise<string[]> {
  if (await isUpToDate(db.kysely, Object.keys(which))) return [];
  return db.unhurried(async (kysely) => {
    const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => which } });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return (results ?? []).map((result) => result.migrationName);
  });
}

/** Whether exactly these migrations were run: then nothing has to be locked, and no schema looked through, at every start. */
async function isUpToDate(kysely: Kysely<Schema>, names: readonly string[]): Promise<boolean> {
  const table = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(
    kysely,
  );
  if (table.rows[0]?.there !== true) return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(kysely);
  const done = new Set(rows.map(({ name }) => name));
  return done.size === names.length && names.every((name) => done.has(name));
}
