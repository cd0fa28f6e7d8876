import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether a later trajectory runs in the same trail is asked of each that ended. */
export const trajectoryTrail: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index trajectory_trail on trajectory (trail_id)`.execute(db);
  },
};
