import { belongingOf } from './belonging.js';
import { told } from './of-referral.js';
import { isPlace, isReferredOn, isRegistration, standingOf } from './standing.js';
import type { Belonging, Contribution } from './tally.js';
import { word, type CountedReferral, type CountedTrail, type Days, type Told } from './trail.js';

/** Something that happened to a referral of a trail. */
interface Happened {
  readonly one: Told;
  readonly of: Belonging;
  readonly reason: string;
}

const inOrder = (all: readonly Happened[]): Happened[] =>
  all.toSorted((one, other) => one.one.at.getTime() - other.one.at.getTime());

/** `referred-on-often`: pupils and groups that were referred on for the third time (R12), as they stood at that moment. */
export function ofReferredOn({ referrals }: CountedTrail, days: Days): Contribution[] {
  const all = referrals.flatMap((referral) =>
    referral.told.filter(isReferredOn).map((one): Happened => ({ one, of: belongingOf(referral), reason: '' })),
  );
  const third = inOrder(all)[2];
  return third === undefined ? [] : [told(third.of, days)('referred-on-often', third.one)];
}

const onList: ReadonlySet<string> = new Set(['waitlisted', 'waitlist-proposed', 'kept']);

/** Why no help was found with a referral, each time that became clear. */
function reasonsIn(referral: CountedReferral): Happened[] {
  const of = belongingOf(referral);
  const standing = standingOf(referral);
  const isBefore = (one: Told, other: Told): boolean => one.at <= other.at;
  const leftWaiting = (one: Told): boolean =>
    one.name === 'withdrawn' &&
    word(one, 'reason') === 'elsewhere' &&
    standing.some((list) => onList.has(list.name) && isBefore(list, one)) &&
    !referral.told.some((on) => isReferredOn(on) && isBefore(on, one));
  return [
    ...standing
      .filter(({ name }) => name === 'no-match' || name === 'full')
      .map((one) => ({ one, of, reason: one.name })),
    ...referral.told.filter(leftWaiting).map((one) => ({ one, of, reason: 'left-waiting' })),
    ...(referral.region === 'outside'
      ? referral.told.filter(isRegistration).map((one) => ({ one, of, reason: 'outside' }))
      : []),
  ];
}

/**
 * `unmet-demand`: pupils or groups for whom no help was found: no match, full, living and learning outside the province (R7), or
 * withdrawn from a waiting list, one that was only proposed too, because they found help elsewhere; who was referred on counts by what
 * became of that. Each trail counts once in a period, by the last of these, and not when a provider had a place for it before its end.
 */
export function ofUnmetDemand({ referrals }: CountedTrail, days: Days): Contribution[] {
  const places = referrals.flatMap((referral) => standingOf(referral).filter(isPlace));
  const placedOn = places.map(({ at }) => days.dayOf(at)).sort()[0] ?? null;
  const all = inOrder(referrals.flatMap(reasonsIn));
  return all.flatMap(({ one, of, reason }, at) => {
    const next = all[at + 1];
    const ends = [next === undefined ? null : days.dayOf(next.one.at), placedOn].filter((day) => day !== null).sort();
    return [told(of, days)('unmet-demand', one, { codes: { reason }, until: ends[0] ?? null })];
  });
}
