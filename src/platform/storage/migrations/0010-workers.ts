import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table worker (
    person_id uuid primary key references person (id),
    chat_name text,
    given_name text,
    roster_email text,
    own_email text,
    phone text,
    phone_answered_at timestamptz)`,
  `alter table trail add column hint text`,
  `create index referral_contacted_by on referral (contacted_by) where contacted_by is not null`,
];

/** How workers are reached (theirs, not a pupil's), and a worker's own hint for a pupil, sealed under the trail's key. */
export const workers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
