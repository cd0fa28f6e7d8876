import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The figures count questions before referring with everything of their trail. */
export const inquiryTrail: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index inquiry_trail on inquiry (trail_id)`.execute(db);
  },
};
