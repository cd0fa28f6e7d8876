import type { Calendar } from '../calendar.js';
import type { EventBy } from '../case/events.js';
import type { Referral } from '../case/referral.js';
import type { RoundTableId } from '../ids.js';
import { planByFrom } from './clocks.js';
import { roundTableEvent as event, type RoundTableEvent } from './events.js';
import { isLive, type Organiser, type RoundTable } from './round-table.js';

/** What happens to one round table: its events, in order; `before` is null for a new one. */
export interface RoundTableChange {
  readonly id: RoundTableId;
  readonly before: RoundTable | null;
  readonly events: readonly RoundTableEvent[];
}

interface Placing {
  /** Who organises the first round table at this provider (R10). */
  readonly organiser: Organiser;
  readonly now: Date;
  readonly calendar: Calendar;
  readonly newId: () => RoundTableId;
}

/**
 * What a place asks for, and what its end takes away (R10): a referral with a place has a first round table; without one,
 * what was still to come is dropped. Used when a referral changes, and by the nightly run. Pure.
 */
export function roundTablesFor(
  referral: Referral,
  tables: readonly RoundTable[],
  { organiser, now, calendar, newId }: Placing,
): RoundTableChange[] {
  const by: EventBy = { at: now, side: 'clock', personId: null, organisationId: null };
  if (referral.state !== 'placed')
    return tables.filter(isLive).map((table) => ({ id: table.id, before: table, events: [event('dropped', {}, by)] }));
  if (referral.providerId === null || referral.serviceId === null) return [];
  if (tables.some(({ state }) => state !== 'dropped')) return [];
  const { id: referralId, trailId, clbId, referrerId, providerId, serviceId } = referral;
  const facts = { referralId, trailId, clbId, referrerId, providerId, serviceId, kind: 'start' as const };
  return [
    {
      id: newId(),
      before: null,
      events: [event('wanted', { facts, organiser, planBy: planByFrom(now, calendar) }, by)],
    },
  ];
}
