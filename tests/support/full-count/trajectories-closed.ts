import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { courses, notThen, told } from './trajectory-events.js';

/** Trajectories that were closed in the period and not reopened, by outcome (R13) and region. */
export const trajectoriesClosed: CountQuery = (db, span) =>
  counted(
    db,
    sql`select e.data->>'outcome' as outcome, r.region, count(*) as count
    from ${courses} where ${told('closed', span)} and ${notThen('reopened')} group by 1, 2`,
  );
