import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { courses, told } from './trajectory-events.js';

/** Trajectories that fell away in the period because the referral had no place any more, before or after the start. */
export const trajectoriesDropped: CountQuery = (db, span) =>
  counted(db, sql`select r.region, count(*) as count from ${courses} where ${told('dropped', span)} group by 1`);
