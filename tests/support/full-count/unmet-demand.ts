import { sql } from 'kysely';
import { ageGroup, counted, inSpan, isRegistration, type CountQuery } from './counted.js';
import { stands, standsAs } from './standing.js';

/**
 * Pupils (or groups) for whom in the period no answer was found: no match, full, living and learning outside the province
 * (R7), or withdrawn from a waiting list, one that was only proposed too, because they found help elsewhere. Each trail
 * counts once, by the last of these, and not when a provider had a place for it before the end of the period.
 */
export const unmetDemand: CountQuery = (db, span) =>
  counted(
    db,
    sql`select u.reason, r.region, ${ageGroup} as age_group, count(*) as count
    from (
      select distinct on (referral.trail_id) e.referral_id,
        case e.name when 'registered' then 'outside' when 'withdrawn' then 'left-waiting' else e.name end as reason
      from event e join referral on referral.id = e.referral_id
      where ${inSpan(span)} and (
        (e.name in ('no-match', 'full') and ${stands})
        or (${isRegistration} and referral.region = 'outside')
        or (${leftWaiting})
      )
      order by referral.trail_id, e.at desc, e.name, e.id
    ) u join referral r on r.id = u.referral_id
    where not exists (
      select 1 from event p join referral same on same.id = p.referral_id
      where same.trail_id = r.trail_id and p.at < ${span.until}
        and p.name in ('placed', 'place-confirmed') and ${standsAs('p')}
    )
    group by 1, 2, 3`,
  );

/** Withdrawn while waiting, for help elsewhere; who was referred on by us counts by what became of that. */
const leftWaiting = sql`e.name = 'withdrawn' and e.data->>'reason' = 'elsewhere'
  and exists (
    select 1 from event w where w.referral_id = e.referral_id and w.at <= e.at
      and w.name in ('waitlisted', 'waitlist-proposed', 'kept') and ${standsAs('w')}
  )
  and not exists (
    select 1 from event o where o.referral_id = e.referral_id and o.name = 'referred-on' and o.data ->> 'to' is not null and o.at <= e.at
  )`;
