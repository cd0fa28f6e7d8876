import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whose half days of a week are counted, of all providers together: by state, and of what ended by when. */
export const runningTrajectories: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index trajectory_running on trajectory (state, since)`.execute(db);
  },
};
