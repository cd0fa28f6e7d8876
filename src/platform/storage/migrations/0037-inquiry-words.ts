import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether there are words to read with a question before referring, and whether the desk wrote its answer down. */
export const inquiryWords: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table inquiry add column worded boolean not null default true,
      add column noted boolean not null default false`.execute(db);
  },
};
