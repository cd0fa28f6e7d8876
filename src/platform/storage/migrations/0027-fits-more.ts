import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * In which other region a pupil could be helped too (R7), and which forms of help a service gives: what a service with room
 * is held against. Of referrals of before only the chosen region is known.
 */
export const fitsMore: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table referral add column also_regions text[] not null default '{}'`.execute(db);
    await sql`alter table service add column offered_forms text[] not null default '{}'`.execute(db);
  },
};
