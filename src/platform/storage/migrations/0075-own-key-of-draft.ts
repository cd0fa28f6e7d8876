import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `alter table draft add column key_slot bigint`,
  `alter table draft alter column sealed drop not null`,
  `create index draft_second_copy on draft (updated_at) where state = 'sent' and sealed is not null`,
];

/**
 * An intake has a key of its own, which goes when it was sent or thrown away, while its trail goes on. What was sealed before stays under
 * the key of the trail.
 */
export const ownKeyOfDraft: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
