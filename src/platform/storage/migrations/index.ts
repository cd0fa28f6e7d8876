import type { Migration } from 'kysely/migration';
import { firstTables } from './0001-first-tables.js';

/** All migrations in order, run at start. A migration that has shipped is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
};
