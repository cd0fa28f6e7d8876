import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** With a message is kept what went wrong, and how often in a row: the same trouble again is another step of the delivery policy. */
const statements = [
  `alter table message add column trouble text, add column trouble_times integer not null default 0`,
  `update message set reason = null where state = 'due' and reason = 'perhaps-gone'`,
];

export const delivery: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
