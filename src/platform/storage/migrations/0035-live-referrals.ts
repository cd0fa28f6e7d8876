import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the work lists look at: most referrals of earlier years are over, and are passed by without being read. */
const live = `state not in ('withdrawn', 'completed')
  and not (state in ('no-match', 'full') and referred_on and questions = '[]'::jsonb)`;
const statements = [
  `create index referral_live_clb on referral (clb_id) where ${live}`,
  `create index referral_live_provider on referral (provider_id) where ${live}`,
  `create index trajectory_school_open on trajectory (referral_id)
    where school_provider_by is not null or school_clb_by is not null or school_left`,
  `drop index trajectory_school`,
];

export const liveReferrals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
