import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { registered } from './registered.js';

/** Referrals registered in the period, by the school form; `none` is no school, or not asked (a group, teachers, a school). */
export const registeredBySchoolForm: CountQuery = (db, span) =>
  counted(
    db,
    sql`select coalesce(r.school_form, 'none') as school_form, count(*) as count from ${registered(span)} group by 1`,
  );
