import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReadMatching } from '../../../contracts/case-lists.js';
import { bandsFitting, unhelpedStates } from '../../../domain/case/match.js';
import { referralStates } from '../../../domain/case/states.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';
import { asReferral, position } from './load-case.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const listed = (states: readonly string[]) => sql.join(states.map((state) => sql.lit(state)));
/** States in which somebody is busy with the pupil, or the pupil is helped; also what the desk looks at that has its service. */
const busy = referralStates.filter((state) => state !== 'withdrawn' && !unhelpedStates.some((one) => one === state));

/**
 * Who would fit in a service and is helped nowhere yet, one referral of each trail (its last): of a region where the pupil can be
 * helped, the age, level and wanted form (R7, R8, R17; what is not known excludes nobody), not at that service already, unless it
 * was full, nor told of it since then. What the desk holds counts as long as nobody chose a service for it.
 */
export const readMatching = (db: Db): ReadMatching => ({
  async unhelpedFor(service, toldSince, after, limit) {
    const forms = service.schoolForms;
    const offered = [...service.offeredForms];
    const { rows } = await sql<{ id: ReferralId; trailId: string }>`
      select distinct on (r.trail_id) r.id, r.trail_id from referral r
      where r.state in (${listed(unhelpedStates)}) and not r.referred_on and (r.state <> 'held' or r.service_id is null)
        and array_append(r.also_regions, r.region) && ${[...service.regions]}::text[]
        and (r.age_band is null or r.age_band = any(${bandsFitting(service)}))
        and (r.school_form is null or ${forms.length === 0} or r.school_form = any(${[...forms]}))
        and (r.wanted_forms = '{}' or ${offered.length === 0} or r.wanted_forms && ${offered}::text[])
        and (not ${service.fromFirstSecondary} or r.school_form is distinct from 'primary')
        and (r.service_id is distinct from ${service.id} or r.state = 'full')
        and ${after === null ? sql`true` : sql`r.trail_id > ${after}`}
        and not exists (select 1 from referral o where o.trail_id = r.trail_id and (o.state in (${listed(busy)})
          or (o.state = 'held' and o.service_id is not null) or (o.service_id = ${service.id} and o.id <> r.id and (o.state <> 'withdrawn' or o.no_match_reason is not null))))
        and not exists (select 1 from timeline e join referral t on t.id = e.subject_id where t.trail_id = r.trail_id
          and e.name = 'match-found' and e.data ->> 'serviceId' = ${service.id}::text and e.at > ${toldSince})
      order by r.trail_id, r.registered_at desc, r.reference desc limit ${limit}`.execute(db);
    return rows;
  },
  async matchedOf(person, service) {
    const { rows } = await sql<{ serviceName: string | null; place: number | null }>`
      select r.*, s.name as service_name, ${position} as place from referral r left join service s on s.id = r.service_id
      where r.referrer_id = ${person} and r.match ->> 'serviceId' = ${service}::text
      order by r.urgency <> 'urgent', r.first_registered_at, r.registered_at, r.reference`.execute(db);
    return rows.map(({ serviceName, place, ...row }) => ({
      referral: asReferral(row),
      service: serviceName,
      position: place,
    }));
  },
});
