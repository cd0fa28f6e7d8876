import { sql, type Kysely, type Transaction } from 'kysely';
import type { ServiceListLine } from '../../../contracts/case-lists.js';
import { listCheckSchema } from '../../../domain/case/check-in.js';
import { waitingStates } from '../../../domain/case/states.js';
import type { ServiceId } from '../../../domain/ids.js';
import type { Service } from '../../../domain/organisation.js';
import { fromJson, type Json } from '../rows/from-json.js';
import type { Schema } from '../rows/schema.js';

type Line = Omit<ServiceListLine, 'service' | 'check'> & { readonly service: Json; readonly check: unknown };

/** Each waiting list in one line: how many, since when, urgent, not confirmed, with a place, from when; the longest waiting first. */
export async function serviceLists(
  db: Kysely<Schema> | Transaction<Schema>,
  of: ServiceId | null,
): Promise<ServiceListLine[]> {
  const only = of === null ? sql`` : sql`and r.service_id = ${of}`;
  const { rows } = await sql<Line>`
    select to_jsonb(s) as service, o.name as provider, w.*, c.list_check as "check" from (
      select r.service_id, count(*)::integer as count, min(r.first_registered_at) as oldest, min(r.since) as since,
        count(*) filter (where r.urgency = 'urgent')::integer as urgent,
        count(*) filter (where r.state = 'waitlisted' and r.list_check->'asked'->>'reminded' = 'desk')::integer as unconfirmed,
        count(*) filter (where r.state = 'place-free')::integer as free, min(r.expected_start_on)::text as start_on
      from referral r where r.state in (${sql.join(waitingStates.map((one) => sql.lit(one)))}) ${only} group by r.service_id) w
    join service s on s.id = w.service_id
    join organisation o on o.id = s.organisation_id
    left join service_list c on c.service_id = s.id
    order by w.oldest, s.name`.execute(db);
  return rows.map(({ service, provider, count, oldest, since, urgent, unconfirmed, free, startOn, check }) => ({
    service: fromJson<Service>(service),
    provider,
    count,
    oldest,
    since,
    urgent,
    unconfirmed,
    free,
    startOn,
    check: check === null ? null : listCheckSchema.parse(check),
  }));
}
