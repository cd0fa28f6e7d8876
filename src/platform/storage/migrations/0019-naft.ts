import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** That a service is a NAFT is told by the desk, not by its name; of those that stand there the name told it. */
export const naft: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table service add column naft boolean not null default false`.execute(db);
    await sql`update service set naft = true where name ~* '\\mNAFT\\M'`.execute(db);
  },
};
