import type { EventBy } from './aggregate.js';
import { event, type CaseEvent } from './events.js';
import type { Referral } from './referral.js';
import { isLive } from './states.js';

/** The program by itself. */
const byClock = (at: Date): EventBy => ({ at, side: 'clock', personId: null, organisationId: null });

/**
 * At most one start in a trail: what happens to a referral when another of its trail has a place (`reference`), or none has
 * any more (null). Used when a place is given or ends, and by the nightly run. Pure; none when nothing changes.
 */
export function besideEvents(referral: Referral, reference: string | null, now: Date): CaseEvent[] {
  const is = referral.besidePlace?.reference ?? null;
  // One that has ended is asked nothing, but may not begin again beside that place.
  const counts = isLive(referral.state) || referral.state === 'completed';
  const wanted = counts && referral.state !== 'placed' ? reference : null;
  if (is === wanted) return [];
  return wanted === null
    ? [event('place-elsewhere-ended', {}, byClock(now))]
    : [event('placed-elsewhere', { reference: wanted }, byClock(now))];
}
