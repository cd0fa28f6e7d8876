import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the school hears of a trajectory and when, as it was agreed (R14). */
export const schoolPlan: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table trajectory add column school_plan jsonb`.execute(db);
  },
};
