import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { waitingAt } from './waiting.js';

/** Referrals on a waiting list at the end of the period (R11), by provider and service. */
export const waitingListByService: CountQuery = (db, { until }) =>
  counted(
    db,
    sql`select r.region, coalesce(r.provider_id::text, 'none') as provider, coalesce(r.service_id::text, 'none') as service,
      count(*) as count from ${waitingAt(until)} group by 1, 2, 3`,
  );
