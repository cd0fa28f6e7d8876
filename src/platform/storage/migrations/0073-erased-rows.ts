import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `alter table erasure add column cleared_at timestamptz`,
  `create index erasure_to_clear on erasure (trail_id) where cleared_at is null`,
  `create index message_of_referral on message (referral_id) where referral_id is not null and not living`,
];

/** The rows of what was erased go too, when their term has passed. What was erased before counts from when it was. */
export const erasedRows: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
