import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Questions inside a case that wait for an answer (ids and terms; the words stand sealed in the timeline), and how long a term stood still for them. */
export const questions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table referral add column questions jsonb not null default '[]',
      add column held_up integer not null default 0`.execute(db);
    await sql`create index timeline_questions on timeline (subject_id) where sealed is not null`.execute(db);
  },
};
