import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { waitingAt } from './waiting.js';

/** Referrals on a waiting list at the end of the period (R11), by region. */
export const waitingList: CountQuery = (db, { until }) =>
  counted(db, sql`select r.region, count(*) as count from ${waitingAt(until)} group by 1`);
