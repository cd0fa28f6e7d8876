import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const over = `(state = 'completed' or (state in ('no-match', 'full') and referred_on and questions = '[]'))`;

/** What is erased when its term has passed is found by its age; what the nightly run looks at by what is open. */
const statements = [
  `create index message_told on message (sent_at) where state = 'sent' and not living`,
  `create index message_answered on message (sent_at) where state = 'sent' and key like 'said:%'`,
  `create index message_told_desk on message (key) where key like 'undelivered:%'`,
  `create index referral_looked_after on referral (id) where state <> 'withdrawn' and not ${over}`,
  `create index referral_over on referral (since) where ${over}`,
];

export const indexesOfTerms: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
