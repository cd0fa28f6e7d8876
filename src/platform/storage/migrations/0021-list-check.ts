import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether a place on a waiting list is still needed, as it was asked and answered. Who waits already is asked when its weeks are over. */
export const listCheck: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table referral add column list_check jsonb`.execute(db);
  },
};
