import { sql } from 'kysely';
import { counted, inSpan, type CountQuery } from './counted.js';
import { isAnswer } from './provider-answers.js';

/**
 * From delivery to the first contact (R9), in whole clock hours, nights and weekends included: working time is the
 * calendar's and not the database's; whether the term was kept, see contact-term. Contact is the same there and here: any
 * answer that was not taken back; counted in the period of the contact. By region and for `all`: the number of cases, the
 * median, and the hours within which nine in ten had contact (`p90`).
 */
export const timeToContact: CountQuery = (db, span) =>
  counted(
    db,
    sql`with contact as (
      select r.region, floor(extract(epoch from e.at - d.delivered_at) / 3600 + 0.5)::integer as hours from (
        select distinct on (e.referral_id) e.* from event e
        where ${isAnswer} order by e.referral_id, e.at, e.id
      ) e join (
        select event.referral_id, max(event.at) as delivered_at from event where name = 'delivered' group by 1
      ) d on d.referral_id = e.referral_id join referral r on r.id = e.referral_id
      where ${inSpan(span)}
    )
    select coalesce(region, 'all') as region, measure, case measure
        when 'cases' then count(*)
        when 'median' then floor(percentile_cont(0.5) within group (order by hours) + 0.5)
        else floor(percentile_cont(0.9) within group (order by hours) + 0.5) end as count
    from contact cross join (values ('cases'), ('median'), ('p90')) as asked(measure)
    group by grouping sets ((region, measure), (measure))`,
  );
