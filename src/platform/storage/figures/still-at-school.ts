import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';

/**
 * Whether pupils are still at school 3 and 9 months after a trajectory (R13), by what was answered and region. They are counted per
 * trimester (docs/decisions/0027): a trimester counts where its end lies in the period.
 */
export const stillAtSchool: CountQuery = (db, { from, until }) =>
  counted(
    db,
    sql`select months, answer, region, sum(count) as count from (
      select *, (case extract(month from since) when 9 then since + interval '4 months'
        when 1 then since + interval '3 months' else since + interval '5 months' end) as ends from still_at_school
    ) counted where ends > ${from}::timestamptz at time zone 'Europe/Brussels'
      and ends <= ${until}::timestamptz at time zone 'Europe/Brussels'
    group by 1, 2, 3`,
  );
