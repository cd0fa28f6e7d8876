import { sql } from 'kysely';
import { ageGroup, counted, type CountQuery } from './counted.js';
import { registered } from './registered.js';

/** Referrals registered in the period, by the pupil's age on that day (R8); groups, teachers and schools have no age (R3). */
export const registeredByAgeGroup: CountQuery = (db, span) =>
  counted(db, sql`select ${ageGroup} as age_group, count(*) as count from ${registered(span)} group by 1`);
