import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The schools of which a CLB referred, to choose from the next time. Those of before come from the sealed files, at the start. */
export const schools: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table school (
      organisation_id uuid not null references organisation,
      key text not null,
      name text not null,
      municipality text not null,
      last_used_at timestamptz not null,
      primary key (organisation_id, key))`.execute(db);
  },
};
