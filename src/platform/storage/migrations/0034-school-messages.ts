import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Messages to the school about a trajectory (R14), with what the lists ask of them: until when each side is to act, and whether anything was left. */
export const schoolMessages: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table trajectory
      add column school_messages jsonb not null default '[]',
      add column school_provider_by timestamptz,
      add column school_clb_by timestamptz,
      add column school_left boolean not null default false`.execute(db);
    await sql`create index trajectory_school on trajectory (referral_id)
      where school_provider_by is not null or school_clb_by is not null`.execute(db);
  },
};
