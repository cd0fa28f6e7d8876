import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Replies that changed with their referral are erased by their term too: found by when they were sent. */
export const answeredReplies: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create index message_answered_reply on message (sent_at)
      where state = 'sent' and living and under_key is not null`.execute(db);
  },
};
