import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A channel that went by itself does not come back with its team. */
export const lostAlone: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table channel add column lost_alone boolean not null default false`.execute(db);
  },
};
