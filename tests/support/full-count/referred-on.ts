import { sql } from 'kysely';
import { ageGroup, counted, inSpan, type CountQuery } from './counted.js';

/** Referrals that the CLB sent on to another provider in the period (R12), by region and age group of the first of both. */
export const referredOn: CountQuery = (db, span) =>
  counted(
    db,
    sql`select r.region, ${ageGroup} as age_group, count(*) as count
    from event e join referral r on r.id = e.referral_id
    where e.name = 'referred-on' and e.data ->> 'to' is not null and ${inSpan(span)} group by 1, 2`,
  );
