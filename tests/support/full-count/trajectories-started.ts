import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { courses, notThen, told, wasAway } from './trajectory-events.js';

/** Trajectories of which it was said in the period that they began, and not taken back; `away`: the pupil was not at school when referred. */
export const trajectoriesStarted: CountQuery = (db, span) =>
  counted(
    db,
    sql`select r.region, tj.provider_id as provider, case when ${wasAway} then 'away' else 'there' end as school,
      count(*) as count
    from ${courses} where ${told('started', span)} and ${notThen('start-taken-back')} group by 1, 2, 3`,
  );
