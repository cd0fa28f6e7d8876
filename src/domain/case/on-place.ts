import type { OrganisationId, ServiceId } from '../ids.js';
import type { Change, EventBy } from './aggregate.js';
import type { Referral } from './referral.js';

/** What a kind of aggregate knows of the referral that it hangs on. */
export type PlaceFacts = Pick<Referral, 'trailId' | 'clbId' | 'referrerId'> & {
  readonly referralId: Referral['id'];
  readonly providerId: OrganisationId;
  readonly serviceId: ServiceId;
};

/** How one kind of aggregate begins with a place and ends without one. */
export interface OnPlace<State extends { readonly id: string; readonly state: string }, Event> {
  /** Whether something is still to come of it. */
  isLive(state: State): boolean;
  /** What happens to it when there is no place any more. */
  drop(by: EventBy): Event;
  /** What a new one begins with. */
  begin(facts: PlaceFacts, by: EventBy): Event;
  newId(): State['id'];
}

/**
 * What a place asks for, and what its end takes away: a referral with a place has one of each kind that is not dropped;
 * without one, what was still to come is dropped. Used when a referral changes, and by the nightly run. Pure.
 */
export function onPlace<State extends { readonly id: string; readonly state: string }, Event>(
  referral: Referral,
  all: readonly State[],
  now: Date,
  { isLive, drop, begin, newId }: OnPlace<State, Event>,
): Change<State, Event>[] {
  const by: EventBy = { at: now, side: 'clock', personId: null, organisationId: null };
  if (referral.state !== 'placed')
    return all.filter(isLive).map((one) => ({ id: one.id, before: one, events: [drop(by)] }));
  if (referral.providerId === null || referral.serviceId === null) return [];
  if (all.some(({ state }) => state !== 'dropped')) return [];
  const { id: referralId, trailId, clbId, referrerId, providerId, serviceId } = referral;
  const facts = { referralId, trailId, clbId, referrerId, providerId, serviceId };
  return [{ id: newId(), before: null, events: [begin(facts, by)] }];
}
