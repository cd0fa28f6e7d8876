import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Until when a worker has seen what others did with the cases on his or her name. Of before nothing is known: a week counts. */
export const caughtUp: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table worker add column caught_up_at timestamptz`.execute(db);
  },
};
