import { countedServices } from '../../../contracts/counted-services.js';
import type { Read } from '../../../contracts/read.js';
import type { FitFacts } from '../../../domain/fit.js';
import type { Typed } from '../../../domain/draft.js';
import { fitFactsOf, offersOf, readWho, regionsOf, type Offer } from '../../../domain/intake/index.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { Service } from '../../../domain/organisation.js';
import { isLive } from '../../../domain/case/states.js';
import type { Referral, ReferralFacts } from '../../../domain/case/referral.js';

/** The regions in which the pupil can be helped, whichever was chosen before (R7). */
const regionsFor = (typed: Typed, referral: Referral): string[] => [
  ...new Set([...(referral.region === 'outside' ? [] : [referral.region]), ...regionsOf(typed).regions]),
];

/** What decides which services fit, from what was typed; without it from the referral's codes. */
function fitFacts(typed: Typed, referral: Referral, today: LocalDate): FitFacts {
  const who = readWho(typed, today);
  const regions = regionsFor(typed, referral);
  if (!who.ok)
    return { target: referral.target, regions, age: null, schoolForm: referral.schoolForm, startedSecondary: null };
  const region = { region: 'outside', because: [], also: [], chosen: false, localities: {} } as const;
  return { ...fitFactsOf(referral.target, who.value, region), regions };
}

/**
 * The services with their honest availability and why some do not fit; not the present one unless it was withdrawn there, nor one where a referral of the same trail
 * is still under way.
 */
export async function otherOffers(
  read: Read,
  given: { readonly typed: Typed; readonly referral: Referral; readonly trail: readonly Referral[] },
  today: LocalDate,
): Promise<Offer[]> {
  const { typed, referral, trail } = given;
  const isOver = referral.state === 'completed' || (referral.state === 'withdrawn' && referral.noMatchReason === null);
  const taken = [...(isOver ? [] : [referral]), ...trail.filter(({ state }) => isLive(state))].map(
    ({ serviceId }) => serviceId,
  );
  const facts = fitFacts(typed, referral, today);
  const others = (await countedServices(read, facts)).filter(({ service }) => !taken.includes(service.id));
  return offersOf(others, facts, today);
}

/** Region and reason of the new referral: another only when the chosen service does not work in the present one (R7). */
export function regionFor(
  typed: Typed,
  referral: Referral,
  service: Service | null,
): Pick<ReferralFacts, 'region' | 'regionBecause' | 'alsoRegions'> {
  const { region, regionBecause } = referral;
  const { regions, because } = regionsOf(typed);
  const alsoRegions = regions.filter((one) => one !== region);
  const same = { region, regionBecause, alsoRegions: alsoRegions.length > 0 ? alsoRegions : referral.alsoRegions };
  if (service === null || service.regions.includes(region)) return same;
  const other = regions.find((one) => service.regions.includes(one));
  if (other === undefined) return same;
  return {
    region: other,
    regionBecause: [...because[other]],
    alsoRegions: regionsFor(typed, referral).filter((one) => one !== other),
  };
}
