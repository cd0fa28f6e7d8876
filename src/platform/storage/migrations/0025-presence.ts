import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Half days that a pupil was there, per week, and days on which it was not (R15). */
export const presence: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table trajectory
      add column weeks jsonb not null default '[]',
      add column half_days integer not null default 0,
      add column absences jsonb not null default '[]',
      add column absent_row integer not null default 0,
      add column absences_handled_on date,
      add constraint trajectory_half_days check (half_days >= 0)`.execute(db);
  },
};
