import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Messages to somebody with whom there is no chat yet: opening one addresses them all. */
export const unaddressed: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index message_unaddressed on message (person_id) where conversation_id is null`.execute(db);
  },
};
