import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Help lines are found by the stems of Dutch words too; the words stand in `search_text` already. */
export const dutchSearch: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index help_line_stems on help_line using gin (to_tsvector('dutch', search_text))`.execute(db);
  },
};
