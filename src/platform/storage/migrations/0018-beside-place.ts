import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Another referral of the same trail has a place. What ran beside one before is found by the first nightly run. */
export const besidePlace: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table referral add column beside_place jsonb`.execute(db);
  },
};
