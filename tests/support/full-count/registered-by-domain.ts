import { sql } from 'kysely';
import { counted, type CountQuery } from './counted.js';
import { registered } from './registered.js';

/**
 * Referrals registered in the period, by problem domain. A referral counts in each of its domains, so that the sum may be
 * more than the number of referrals.
 */
export const registeredByDomain: CountQuery = (db, span) =>
  counted(
    db,
    sql`select named.domain, count(*) as count from ${registered(span)}
      cross join lateral unnest(r.problem_domains) as named(domain) group by 1`,
  );
