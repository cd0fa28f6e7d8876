import { sql, type RawBuilder } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { courses, told } from './trajectory-events.js';

/** A sum over trajectories, with how many stand behind it, by region and provider. */
const summed = (each: RawBuilder<unknown>): RawBuilder<Record<string, unknown>> => sql`
  select region, provider, measure, case measure when 'cases' then count(distinct id) else sum(days) end as count
  from (${each}) one cross join (values ('cases'), ('sum')) as asked(measure) group by 1, 2, 3`;

/** Half days that were counted in the period (R15); of a week that was counted anew the difference. */
export const halfDays: CountQuery = (db, span) =>
  counted(
    db,
    summed(sql`select r.region, tj.provider_id as provider, tj.id,
      (e.data->>'count')::integer - coalesce((e.data->>'was')::integer, 0) as days
      from ${courses} where ${told('half-days-counted', span)}`),
  );

/** Days on which a pupil was absent, by what was said last of that day, in the period. */
export const absences: CountQuery = (db, span) =>
  counted(
    db,
    summed(sql`select r.region, tj.provider_id as provider, tj.id, 1 as days from ${courses}
      where ${told('absent', span)} and not exists (
        select 1 from timeline later where later.subject_id = e.subject_id and later.seq > e.seq
          and later.name in ('absent', 'absence-taken-back') and later.data->>'on' = e.data->>'on')`),
  );
