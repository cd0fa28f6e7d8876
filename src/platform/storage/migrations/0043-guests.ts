import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether somebody is a guest of a team stands with the membership; whether guests may do what members may, with the channel. */
const statements = [
  `alter table membership add column is_guest boolean not null default false`,
  `alter table channel add column guests_allowed boolean not null default false`,
];

export const guests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
