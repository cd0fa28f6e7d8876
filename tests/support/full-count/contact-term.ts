import { sql } from 'kysely';
import { ageGroup, counted, type CountQuery } from './counted.js';
import { isAnswer } from './provider-answers.js';

/**
 * Deliveries whose term for contact (R9, in desk working time) ended in the period: `in-time` when any answer that was not
 * taken back stood before its end, otherwise `late`. Left out is what was withdrawn before the end of the term without an
 * answer, and what still has time. While the provider waits for an answer of the CLB its term stands still
 * (docs/decisions/0018).
 */
export const contactTerm: CountQuery = (db, { from, until, now }) =>
  counted(
    db,
    sql`select case when ${answered} then 'in-time' else 'late' end as contact,
      r.region, ${ageGroup} as age_group, count(*) as count
    from (
      select e.referral_id, coalesce(${movedTo}, (e.data->>'contactBy')::timestamptz) as term
      from event e where e.name = 'delivered'
    ) d join referral r on r.id = d.referral_id
    where d.term >= ${from} and d.term < ${until} and d.term <= ${now} and not ${waits} and (${answered} or not ${withdrawnBefore})
    group by 1, 2, 3`,
  );

/** The end of the term stood still while the provider waited for an answer of the CLB: the last end counts. */
const movedTo = sql`(
  select (q.data->>'contactBy')::timestamptz from event q
  where q.referral_id = e.referral_id and q.seq > e.seq and q.name in ('question-answered', 'question-withdrawn')
    and q.data->>'contactBy' is not null
  order by q.seq desc limit 1
)`;

/** It stands still now. */
const waits = sql`(r.state = 'delivered' and r.questions @> '[{"by":"provider"}]'::jsonb)`;

const answered = sql`exists (
  select 1 from event e where e.referral_id = d.referral_id and e.at <= d.term and ${isAnswer}
)`;

const withdrawnBefore = sql`exists (
  select 1 from event w where w.referral_id = d.referral_id and w.name = 'withdrawn' and w.at <= d.term
)`;
