import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who would like to join the working group, and to which meeting he or she was invited. */
export const interests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table interest (
      id uuid primary key, person_id uuid not null references person, organisation text not null, at timestamptz not null,
      state text not null check (state in ('asked', 'invited')), meeting_id uuid references meeting,
      invited_by uuid references person, version integer not null,
      check ((state = 'invited') = (meeting_id is not null)))`.execute(db);
    await sql`create unique index interest_asked on interest (person_id) where state = 'asked'`.execute(db);
  },
};
