import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';

const moves = ['awaited', 'started', 'start-taken-back', 'paused', 'resumed', 'closed', 'reopened', 'dropped'] as const;

/** Trajectories that ran or paused at the end of the period, by region: the last of what moved them from state to state. */
export const trajectoriesRunning: CountQuery = (db, { until }) =>
  counted(
    db,
    sql`select case e.name when 'paused' then 'paused' else 'started' end as state, r.region, count(*) as count
    from (
      select distinct on (subject_id) subject_id, name from timeline
      where subject = 'trajectory' and at < ${until} and name in (${sql.join(moves.map((name) => sql.lit(name)))})
      order by subject_id, seq desc
    ) e join trajectory tj on tj.id = e.subject_id join referral r on r.id = tj.referral_id
    where e.name in ('started', 'paused', 'resumed', 'reopened') group by 1, 2`,
  );
