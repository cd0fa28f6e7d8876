import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { registered } from './registered.js';

/** Referrals registered in the period, by the service they are addressed to now; `none` while the desk has not chosen. */
export const registeredByService: CountQuery = (db, span) =>
  counted(
    db,
    sql`select r.region, coalesce(r.provider_id::text, 'none') as provider, coalesce(r.service_id::text, 'none') as service,
      count(*) as count from ${registered(span)} group by 1, 2, 3`,
  );
