import type { Typed } from '../draft.js';
import { availabilityOf, misfits, type Availability, type FitFacts, type Misfit } from '../fit.js';
import type { LocalDate } from '../local-date.js';
import type { MeasuredWait } from '../measured-wait.js';
import type { Service } from '../organisation.js';
import type { RegionAnswer } from './region.js';
import { parsed, textOf, type Parsed } from './parsed.js';
import type { GroupAnswer, PupilAnswer } from './who.js';
import type { Target } from '../codes.js';

/** A service as it is now: how many wait for it, and what happened to the last who got a place. */
export interface ServiceNow {
  readonly service: Service;
  readonly waiting: number;
  /** Null: too few to tell. */
  readonly measured: MeasuredWait | null;
}

/** A service as it stands before a worker who chooses: how long it takes, and why it does not fit. */
export interface Offer {
  readonly service: Service;
  readonly availability: Availability;
  readonly misfits: readonly Misfit[];
  readonly measured: MeasuredWait | null;
}

/** The choice by which the referral desk chooses the provider. */
export const deskChooses = 'desk';

/** What decides which services fit (R7, R8, R17). */
export const fitFactsOf = (target: Target, who: PupilAnswer | GroupAnswer, { region }: RegionAnswer): FitFacts => ({
  target,
  regions: region === 'outside' ? [] : [region],
  age: who.kind === 'pupil' ? who.age : null,
  schoolForm: who.kind === 'pupil' ? who.schoolForm : null,
  startedSecondary: who.kind === 'pupil' ? who.startedSecondary : null,
});

const rank: Readonly<Record<Availability['kind'], number>> = { place: 0, unknown: 1, waitlist: 2, full: 3 };

/** What can start soonest comes first, what is full last. */
export const soonestFirst = (a: Offer, b: Offer): number => rank[a.availability.kind] - rank[b.availability.kind];

/** The services with what may be expected of each, those that can start soonest first. */
export function offersOf(services: readonly ServiceNow[], facts: FitFacts, today: LocalDate): Offer[] {
  const offers = services.map(({ service, waiting, measured }) => ({
    service,
    measured,
    availability: availabilityOf(service, waiting, today),
    misfits: misfits(service, facts),
  }));
  return offers.sort(soonestFirst);
}

/** The services that fit, also when full: those are seen, but cannot be chosen. */
export const fitting = (offers: readonly Offer[]): Offer[] => offers.filter((offer) => offer.misfits.length === 0);

/** The service the referral is for; null when the referral desk chooses. */
export function readProvider(typed: Typed, offers: readonly Offer[]): Parsed<{ readonly service: Service | null }> {
  const chosen = textOf(typed, 'service');
  const offer = offers.find(({ service }) => service.id === chosen);
  return parsed({ service: chosen === deskChooses ? null : offerError(chosen, offer) }, () => ({
    service: offer?.service ?? null,
  }));
}

/** Which services are NAFT: the likeliest for most pupils of a region (R7). */
const isNaft = ({ service }: Offer): boolean => service.naft;

/** What stands chosen before anything was: NAFT of the region when it can be had, otherwise what fits and can start soonest. */
export function usualService(offers: readonly Offer[]): string {
  const open = fitting(offers).filter(({ availability }) => availability.kind !== 'full');
  const [likeliest = open[0]] = open.filter(isNaft);
  return likeliest?.service.id ?? deskChooses;
}

/** The service that stands chosen: as the worker chose, otherwise the usual one. */
export const chosenService = (typed: Typed, offers: readonly Offer[]): string =>
  textOf(typed, 'service') || usualService(offers);

/** As {@link readProvider}, with the usual service as long as none was chosen. */
export const providerFor = (typed: Typed, offers: readonly Offer[]): Parsed<{ readonly service: Service | null }> =>
  readProvider({ ...typed, service: chosenService(typed, offers) }, offers);

function offerError(chosen: string, offer: Offer | undefined): string | null {
  if (chosen === '') return 'service-missing';
  if (offer === undefined) return 'service-gone';
  if (offer.misfits.length > 0) return 'service-does-not-fit';
  return offer.availability.kind === 'full' ? 'service-full' : null;
}
