import { sql } from 'kysely';
import { ageGroup, counted, inSpan, type CountQuery } from './counted.js';
import { stands } from './standing.js';

/**
 * Answers of providers given in the period and not taken back, by kind, region and age group; a no-match with its reason
 * (R12), the others with `none`. A referral that is first contacted and then gets a place counts in both. A list that was
 * proposed counts as a waiting list (R11); full also counts what turned out to be full at delivery.
 */
export const answers: CountQuery = (db, span) =>
  counted(
    db,
    sql`select case e.name when 'waitlist-proposed' then 'waitlisted' else e.name end as answer,
      case e.name when 'no-match' then coalesce(e.data->>'reason', 'other') else 'none' end as reason,
      r.region, ${ageGroup} as age_group, count(*) as count
    from event e join referral r on r.id = e.referral_id
    where e.name in ('contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'no-match', 'full')
      and ${inSpan(span)} and ${stands}
    group by 1, 2, 3, 4`,
  );
