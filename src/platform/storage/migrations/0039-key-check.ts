import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Under which keys of the environment this database stands: ids, from which no key can be made. */
export const keyCheck: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table key_check (name text primary key check (name in ('data', 'index')), kid text not null)`.execute(
      db,
    );
  },
};
