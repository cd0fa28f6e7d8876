import { sql } from 'kysely';
import { ageGroup, counted, inSpan, type CountQuery } from './counted.js';
import { isAnswer } from './provider-answers.js';

/**
 * Answers of providers given in the period and not taken back, by kind, region and age group; a no-match with its reason
 * (R12), the others with `none`. A referral that is first contacted and then gets a place counts in both. A place is one
 * that was there at once, or one from the waiting list that the CLB confirmed (R11); a list that was proposed counts as a
 * waiting list; full also counts what turned out to be full at delivery.
 */
export const answers: CountQuery = (db, span) =>
  counted(
    db,
    sql`select case e.name when 'waitlist-proposed' then 'waitlisted' when 'place-confirmed' then 'placed' else e.name end as answer,
      case e.name when 'no-match' then coalesce(e.data->>'reason', 'other') else 'none' end as reason,
      r.region, ${ageGroup} as age_group, count(*) as count
    from event e join referral r on r.id = e.referral_id
    where (${isAnswer} or e.name = 'place-confirmed') and ${inSpan(span)}
    group by 1, 2, 3, 4`,
  );
