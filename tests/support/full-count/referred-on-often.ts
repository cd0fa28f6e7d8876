import { sql } from 'kysely';
import { ageGroup, counted, inSpan, type CountQuery } from './counted.js';

/** Pupils (trails) that were referred on for the third time in the period (R12), by region and age group at that moment. */
export const referredOnOften: CountQuery = (db, span) =>
  counted(
    db,
    sql`select r.region, ${ageGroup} as age_group, count(*) as count
    from (
      select event.referral_id, event.at,
        row_number() over (partition by referral.trail_id order by event.at, event.id) as turn
      from event join referral on referral.id = event.referral_id
      where event.name = 'referred-on' and event.data ->> 'to' is not null
    ) e join referral r on r.id = e.referral_id
    where e.turn = 3 and ${inSpan(span)} group by 1, 2`,
  );
