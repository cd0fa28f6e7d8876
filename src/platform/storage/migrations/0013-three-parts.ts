import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const nowFirst = `('check-conditions', 'describe-pupil', 'choose-region')`;

/**
 * The intake has three parts instead of six steps (docs/decisions/0015-three-parts.md). A draft stands in the part its step
 * went into, with everything that was typed. What was asked on a step that was not submitted yet is not wrong yet.
 */
const statements = [
  `update draft set tried = array_remove(array_remove(tried, 'describe-pupil'), 'describe-group')
    where not tried @> array['choose-region']`,
  `update draft set tried = array(
      select distinct case when one = 'choose-region' then 'describe-pupil' else one end as part
      from unnest(tried) as one where one not in ('check-conditions', 'choose-provider') order by part)`,
  `update draft set step = case when step in ${nowFirst} then 'describe-pupil' else 'review-referral' end
    where step in ${nowFirst} or step = 'choose-provider'`,
  `update processed_activity
    set reply = (reply - 'form') || '{"show": "review-referral"}' where reply->>'form' = 'choose-provider'`,
];

export const threeParts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
