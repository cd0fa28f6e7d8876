import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './connection.js';
import { migrations } from './migrations/index.js';

/**
 * Brings the schema up to date; returns the names of the migrations it ran. All of them commit together or none does.
 * Safe when several processes start at once: Kysely takes an advisory lock, the later one finds nothing to do.
 * Throws the error of the migration that failed.
 */
export async function migrateToLatest(db: Database, which: Record<string, Migration> = migrations): Promise<string[]> {
  return db.unhurried(async (kysely) => {
    const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => which } });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return (results ?? []).map((result) => result.migrationName);
  });
}
