import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The activities whose typed words were answered: Teams may bring them again. */
export const heardWords: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table heard (activity_id text primary key, at timestamptz not null)`.execute(db);
    await sql`create index heard_at on heard (at)`.execute(db);
  },
};
