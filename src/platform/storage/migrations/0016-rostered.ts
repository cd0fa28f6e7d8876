import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * When Teams' own roster last had somebody in it, apart from when he or she was last seen at all: pressing in a channel is no
 * line of its roster. Nothing is known of before, so whoever opens personal data is looked up first.
 */
export const rostered: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table membership add column rostered_at timestamptz`.execute(db);
  },
};
