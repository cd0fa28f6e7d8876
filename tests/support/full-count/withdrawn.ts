import { sql } from 'kysely';
import { counted, inSpan, type CountQuery } from './counted.js';

/** Referrals withdrawn in the period, by reason (R12); also when the pupil was referred on and the first was withdrawn. */
export const withdrawn: CountQuery = (db, span) =>
  counted(
    db,
    sql`select coalesce(e.data->>'reason', 'other') as reason, count(*) as count from event e
      where e.name = 'withdrawn' and ${inSpan(span)} group by 1`,
  );
