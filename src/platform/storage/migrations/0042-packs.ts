import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The figures of a meeting as they were told, kept: the same period always says the same. */
export const packs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table pack (
      meeting_id uuid primary key references meeting, from_day date not null, until_day date not null check (until_day > from_day),
      figures jsonb not null, made_at timestamptz not null)`.execute(db);
  },
};
