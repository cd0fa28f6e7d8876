import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What everybody may know of a service: what it does, how it is reached, and when the desk last looked whether that is true. */
export const offer: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table service add column about text, add column phone text, add column email text,
      add column website text, add column assured_on date`.execute(db);
  },
};
