import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Patience with a message and with what is due is counted from what was tried; whether an address of Teams takes anything is known to all processes. */
const statements = [
  `alter table message add column tried_since timestamptz, add column tried_at timestamptz, add column strikes integer not null default 0`,
  `create table teams_service (
    service_url text primary key, taken_at timestamptz, away_since timestamptz, away_until timestamptz, told boolean not null default false)`,
  `alter table due add column attempts integer not null default 0, add column failing_since timestamptz, add column last_error text`,
  `create index due_failing on due (job) where attempts > 0`,
];

export const teamsAway: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
