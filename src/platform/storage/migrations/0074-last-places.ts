import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The last who got a place at a service: what is measured of it stands beside each choice. */
export const lastPlaces: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index referral_last_places on referral (service_id, answered_at desc)
      where state in ('placed', 'completed')`.execute(db);
  },
};
