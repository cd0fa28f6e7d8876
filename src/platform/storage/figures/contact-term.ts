import { sql } from 'kysely';
import { ageGroup, counted, type CountQuery } from './counted.js';
import { isAnswer } from './provider-answers.js';

/**
 * Deliveries whose term for contact (R9, in desk working time) ended in the period: `in-time` when any answer that was not
 * taken back stood before its end, otherwise `late`. Left out is what was withdrawn before the end of the term without an
 * answer, and what still has time.
 */
export const contactTerm: CountQuery = (db, { from, until, now }) =>
  counted(
    db,
    sql`select case when ${answered} then 'in-time' else 'late' end as contact,
      r.region, ${ageGroup} as age_group, count(*) as count
    from (
      select referral_id, (data->>'contactBy')::timestamptz as term from event where name = 'delivered'
    ) d join referral r on r.id = d.referral_id
    where d.term >= ${from} and d.term < ${until} and d.term <= ${now} and (${answered} or not ${withdrawnBefore})
    group by 1, 2, 3`,
  );

const answered = sql`exists (
  select 1 from event e where e.referral_id = d.referral_id and e.at <= d.term and ${isAnswer}
)`;

const withdrawnBefore = sql`exists (
  select 1 from event w where w.referral_id = d.referral_id and w.name = 'withdrawn' and w.at <= d.term
)`;
