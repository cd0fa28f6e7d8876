import type { SchoolForm, Target } from './codes.js';
import { isFullOn, type Service } from './organisation.js';

/** What decides whether a service fits; unknown facts never exclude. */
export interface FitFacts {
  readonly target: Target;
  /** Regions in which the pupil can be helped (R7); empty: outside the province. */
  readonly regions: readonly string[];
  readonly age: number | null;
  readonly schoolForm: SchoolForm | null;
  /** R17: started the first year of secondary school; null: unknown. */
  readonly startedSecondary: boolean | null;
}

/** Why a service does not fit, each with a sentence of its own in texts. */
export type Misfit = 'region' | 'too-young' | 'too-old' | 'school-form' | 'not-in-secondary';

/** Every reason why the service does not fit (R7, R8, R17); none when it fits. */
export function misfits(service: Service, facts: FitFacts): Misfit[] {
  const found: Misfit[] = [];
  if (!service.regions.some((region) => facts.regions.includes(region))) found.push('region');
  if (facts.age !== null && service.minimumAge !== null && facts.age < service.minimumAge) found.push('too-young');
  if (facts.age !== null && service.maximumAge !== null && facts.age > service.maximumAge) found.push('too-old');
  if (facts.schoolForm !== null && service.schoolForms.length > 0 && !service.schoolForms.includes(facts.schoolForm))
    found.push('school-form');
  if (service.fromFirstSecondary && facts.startedSecondary === false) found.push('not-in-secondary');
  return found;
}

/** What a worker may honestly expect of a service today. */
export type Availability =
  | { readonly kind: 'place' }
  | { readonly kind: 'waitlist'; readonly weeks: number | null; readonly waiting: number }
  | { readonly kind: 'full'; readonly until: string }
  | { readonly kind: 'unknown' };

/**
 * Full when the provider said so; a waiting list when somebody waits or the provider names a wait; a place when the
 * provider said zero weeks; otherwise unknown, because nothing is promised that nobody said.
 */
export function availabilityOf(service: Service, waiting: number, day: string): Availability {
  const { fullUntil } = service;
  if (fullUntil !== null && isFullOn(service, day)) return { kind: 'full', until: fullUntil };
  if (waiting > 0 || (service.waitWeeks ?? 0) > 0)
    return { kind: 'waitlist', weeks: service.waitWeeks || null, waiting };
  return service.waitWeeks === 0 ? { kind: 'place' } : { kind: 'unknown' };
}
