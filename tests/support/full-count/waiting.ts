import { sql, type RawBuilder } from 'kysely';
import { standsAs } from './standing.js';

/**
 * Referrals that stood on a waiting list (R11) at a moment, as a source of rows `r`: put on it by the provider or kept on
 * it by the CLB before, or put back on it, and since then no place confirmed and not withdrawn. A place that came free and is not confirmed
 * yet keeps its place on the list. By the order in which it was written: two things can happen at the same moment.
 */
export const waitingAt = (until: Date): RawBuilder<unknown> =>
  sql`(select referral.* from referral join (
    select e.referral_id, max(e.seq) as since from event e
    where e.name in ('waitlisted', 'kept', 'returned-to-list') and e.at < ${until} and ${standsAs('e')} group by 1
  ) entry on entry.referral_id = referral.id
  where not exists (
    select 1 from event gone where gone.referral_id = referral.id and gone.name in ('place-confirmed', 'withdrawn')
      and gone.seq > entry.since and gone.at < ${until}
  )) r`;
