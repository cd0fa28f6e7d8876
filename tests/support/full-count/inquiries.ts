import { sql } from 'kysely';
import { counted, inSpan, type CountQuery } from './counted.js';

const asked = sql`timeline e join inquiry q on q.id = e.subject_id`;
const isAsked = sql`e.subject = 'inquiry' and e.name = 'asked'`;

/** Questions before referring that were asked in the period, by the last answer of whoever was asked last. */
export const inquiries: CountQuery = (db, span) =>
  counted(
    db,
    sql`select coalesce((
        select case l.name when 'answered' then l.data->>'answer' end from timeline l
        where l.subject_id = q.id and l.name in ('answered', 'forwarded', 'missed') order by l.seq desc limit 1), 'no-answer') as answer,
      q.region, count(*) as count from ${asked} where ${isAsked} and ${inSpan(span)} group by 1, 2`,
  );

/** Those of which a referral was begun. */
export const inquiriesReferred: CountQuery = (db, span) =>
  counted(
    db,
    sql`select q.region, count(*) as count from ${asked} where ${isAsked} and ${inSpan(span)}
      and exists (select 1 from timeline l where l.subject_id = q.id and l.name = 'referred') group by 1`,
  );
