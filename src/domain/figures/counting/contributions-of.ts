import { ofContactHours, ofContactTerm, type UntilNow } from './of-contact.js';
import { ofInquiry } from './of-inquiry.js';
import { ofRunning, ofWaiting } from './of-level.js';
import { ofReferral } from './of-referral.js';
import { ofReferredOn, ofUnmetDemand } from './of-trail.js';
import { ofAbsences, ofEnd, ofHalfDays, ofStart } from './of-trajectory.js';
import { tallies, type Contribution } from './tally.js';
import type { CountedReferral, CountedTrail, CountedTrajectory, Days } from './trail.js';

const perReferral = [ofReferral, ofContactHours, ofWaiting] as const;
const perTrajectory = [ofStart, ofEnd, ofRunning, ofHalfDays, ofAbsences] as const;
const perTrail = [ofReferredOn, ofUnmetDemand] as const;

/** Nothing would ever be counted of it: it ends on the day on which it begins, or before. */
const isVain = ({ day, until, count }: Contribution): boolean => count === 0 || (until !== null && until <= day);

/**
 * All that one trail adds to the figures, by what happened to it up to now: the one definition of what is counted. Pure: the
 * same trail gives the same; what time alone will change is told with `again`.
 */
export function contributionsOf(trail: CountedTrail, days: Days, now: Date): UntilNow {
  const terms = trail.referrals.map((one) => ofContactTerm(one, days, now));
  const all = [
    ...terms.flatMap(({ contributions }) => contributions),
    ...trail.referrals.flatMap((one: CountedReferral) => perReferral.flatMap((of) => of(one, days))),
    ...trail.trajectories.flatMap((one: CountedTrajectory) => perTrajectory.flatMap((of) => of(one, days))),
    ...trail.inquiries.flatMap((one) => ofInquiry(one, days)),
    ...perTrail.flatMap((of) => of(trail, days)),
  ];
  const moments = terms.flatMap(({ again }) => again?.getTime() ?? []);
  return {
    contributions: all.filter((one) => !isVain(one)),
    again: moments.length === 0 ? null : new Date(Math.min(...moments)),
  };
}

/** Whether a contribution counts in a period of days; `until` is the first day after it. */
export const countsIn = (
  { tally, day, until }: Pick<Contribution, 'tally' | 'day' | 'until'>,
  period: { readonly from: string; readonly until: string },
): boolean =>
  day < period.until &&
  (tallies[tally].kind === 'level' || day >= period.from) &&
  (until === null || until >= period.until);
