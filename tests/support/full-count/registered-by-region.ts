import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { registered } from './registered.js';

/** Referrals registered in the period, by the region that decided (R7): VBO, AHV or outside the province. */
export const registeredByRegion: CountQuery = (db, span) =>
  counted(db, sql`select r.region, count(*) as count from ${registered(span)} group by r.region`);
