import { ageBands, type AgeBand } from '../../../domain/age.js';
import { availabilityOf, misfits, type Misfit } from '../../../domain/fit.js';
import { soonestFirst, type Offer, type ServiceNow } from '../../../domain/intake/index.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { Service } from '../../../domain/organisation.js';
import type { Referral } from '../../../domain/case/referral.js';

/** The ages of a band; of the open ones the nearest whole ages. */
const agesOf: Readonly<Record<AgeBand, readonly [number, number]>> = {
  'under-12': [2, 11],
  '12-13': [12, 13],
  '14-15': [14, 15],
  '16-17': [16, 17],
  '18-plus': [18, 25],
};

/** The codes by which a service fits or does not. */
export type FitCodes = Pick<Referral, 'target' | 'ageBand' | 'region' | 'schoolForm'>;

/** Why a service does not fit a referral, from its codes alone: an age only when the whole band lies outside (R7, R8). */
export function misfitsOf(service: Service, referral: FitCodes): Misfit[] {
  const band = ageBands.find((one) => one === referral.ageBand);
  const [youngest, oldest] = band === undefined ? [null, null] : agesOf[band];
  const facts = {
    target: referral.target,
    regions: referral.region === 'outside' ? [] : [referral.region],
    schoolForm: referral.schoolForm,
    startedSecondary: referral.schoolForm === 'primary' ? false : null,
  };
  const ofOldest = misfits(service, { ...facts, age: oldest });
  return misfits(service, { ...facts, age: youngest }).filter((one) => ofOldest.includes(one));
}

/** The services as they stand for who knows only codes: those that can start soonest first, each with why it may not fit. */
export function offersFor(referral: FitCodes, services: readonly ServiceNow[], today: LocalDate): Offer[] {
  const offers = services.map(({ service, waiting, measured }) => ({
    service,
    measured,
    availability: availabilityOf(service, waiting, today),
    misfits: misfitsOf(service, referral),
  }));
  return offers.sort(soonestFirst);
}
