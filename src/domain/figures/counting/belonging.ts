import { notAPupil, notKnown } from '../figure.js';
import type { Belonging } from './tally.js';
import type { CountedInquiry, CountedReferral, CountedTrajectory } from './trail.js';

/** The two oldest bands are one group; a class, a group or a school has no age (R3). */
const ageGroupOf = ({ ageBand }: { readonly ageBand: string | null }): string =>
  ageBand === '16-17' || ageBand === '18-plus' ? '16-plus' : (ageBand ?? 'no-age');

/** Where a referral is counted: as it is now. */
export const belongingOf = (referral: CountedReferral): Belonging => ({
  region: referral.region,
  ageGroup: ageGroupOf(referral),
  schoolForm: referral.schoolForm ?? notAPupil,
  source: referral.source,
  provider: referral.providerId ?? notKnown,
  service: referral.serviceId ?? notKnown,
  domains: referral.problemDomains,
});

/** Where a trajectory is counted: with its provider, otherwise with its referral. */
export const belongingOfTrajectory = ({ of, providerId, serviceId }: CountedTrajectory): Belonging => ({
  ...belongingOf(of),
  provider: providerId,
  service: serviceId,
});

/** Where a question before referring is counted; it may have been asked of several, one after the other. */
export const belongingOfInquiry = ({ region, ageBand, schoolForm, problemDomains }: CountedInquiry): Belonging => ({
  region,
  ageGroup: ageGroupOf({ ageBand }),
  schoolForm,
  source: notKnown,
  provider: notKnown,
  service: notKnown,
  domains: problemDomains,
});
