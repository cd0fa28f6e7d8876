import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { registered } from './registered.js';

/** Referrals registered in the period, by the pupil's school form, `none` is no school; a group, teachers or a school stand apart. */
export const registeredBySchoolForm: CountQuery = (db, span) =>
  counted(
    db,
    sql`select coalesce(r.school_form, 'no-pupil') as school_form, count(*) as count from ${registered(span)} group by 1`,
  );
