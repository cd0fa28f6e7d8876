import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Indexes for what the program asks often of tables that grow, of which most rows are over. */
const statements = [
  `create index message_remade on message (remade_at) where remade_at is not null`,
  `create index timeline_service on timeline (name, subject_id, at) where subject = 'service'`,
  `create index trajectory_provider on trajectory (provider_id, state, since)`,
  `create index referral_unhelped on referral (trail_id, registered_at)
    where state in ('waitlist-proposed', 'waitlisted', 'full', 'no-match', 'held') and not referred_on`,
];

export const growth: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
