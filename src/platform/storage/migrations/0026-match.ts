import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A service elsewhere that has room and would fit, of which the CLB was told. */
export const match: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table referral add column match jsonb`.execute(db);
  },
};
