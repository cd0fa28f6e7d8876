import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { registered } from './registered.js';

/** Referrals registered in the period, by where the question came from (R5): the CLB, a parent, a facility. */
export const registeredBySource: CountQuery = (db, span) =>
  counted(db, sql`select r.source, count(*) as count from ${registered(span)} group by r.source`);
