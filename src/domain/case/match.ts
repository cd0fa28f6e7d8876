import { z } from 'zod';
import { ageBands, type AgeBand } from '../age.js';
import type { ServiceId } from '../ids.js';
import { isFullOn, type Service } from '../organisation.js';
import { jobTo } from '../reference-to.js';
import { undoMs } from '../take-back.js';
import type { ReferralState } from './states.js';
import { localDay, storedId } from './values.js';

/** A service elsewhere that has room now and would fit; under the day on which its CLB was told. */
export const matchSchema = z.object({ serviceId: storedId<ServiceId>(), on: localDay });
export type Match = Readonly<z.infer<typeof matchSchema>>;

/** States in which a pupil is helped nowhere yet: with the desk because nothing fitted, waiting, refused, or asked to choose. */
export const unhelpedStates = [
  'held',
  'waitlist-proposed',
  'waitlisted',
  'full',
  'no-match',
] as const satisfies readonly ReferralState[];
export const isUnhelped = (state: ReferralState): boolean =>
  (unhelpedStates as readonly ReferralState[]).includes(state);

/** Looks who would fit in a service that opened, got a place or is new. */
export const matchService = jobTo<{ readonly serviceId: ServiceId; readonly after: string | null }>('match-service');

/** The look at who would fit, a while after something was said of the service; a later word replaces it. */
export const matchSoon = ({ id: serviceId }: Pick<Service, 'id'>, now: Date) =>
  matchService.at(new Date(now.getTime() + undoMs), `service:${serviceId}:match`, { serviceId, after: null });

/** Whether a service takes new referrals on a day. */
export const takesReferrals = (service: Service, today: string): boolean => service.active && !isFullOn(service, today);

const bounds: Readonly<Record<AgeBand, readonly [number, number]>> = {
  'under-12': [0, 11],
  '12-13': [12, 13],
  '14-15': [14, 15],
  '16-17': [16, 17],
  '18-plus': [18, 99],
};

/** The age bands of which at least one age fits in a service (R8): in a row only the band is known. */
export const bandsFitting = ({ minimumAge, maximumAge }: Pick<Service, 'minimumAge' | 'maximumAge'>): AgeBand[] =>
  ageBands.filter((band) => bounds[band][1] >= (minimumAge ?? 0) && bounds[band][0] <= (maximumAge ?? 99));
