import { id } from '../../../contracts/id.js';
import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { ReferralId, ServiceId } from '../../../domain/ids.js';
import type { Service } from '../../../domain/organisation.js';
import type { Referral } from '../../../domain/case/referral.js';

export const referralId = id<ReferralId>();
export const serviceId = id<ServiceId>();

/** A service with who waits for it, in order (R11). */
export interface ListFacts {
  readonly service: Service;
  readonly waiting: readonly Referral[];
}

/** Loads a waiting list; null when there is no such service. */
export async function loadList(read: Read, id: ServiceId): Promise<ListFacts | null> {
  const service = await read.service(id);
  return service === null ? null : { service, waiting: await read.waitlist(id) };
}

/** The first for whom no place was told yet. */
export const firstInOrder = (waiting: readonly Referral[]): Referral | null =>
  waiting.find(({ state }) => state === 'waitlisted') ?? null;

/** A service's list and availability are of its provider, and of the desk. */
export const maySeeService = (service: Service, actor: Actor): Refusal | null =>
  isOf(actor, service.organisationId) || actsFor(actor, 'desk') !== null ? null : { refused: 'only-provider' };

/** Whose services have lists: those of a provider, all for the desk. Others are shown the way to their own referrals. */
export function mayUseLists(services: readonly Service[], actor: Actor): Refusal | null {
  if (actor.organisations.length === 0) return { refused: 'not-a-member' };
  if (actsFor(actor, 'provider') === null && actsFor(actor, 'desk') === null) return { refused: 'for-providers' };
  return services.length === 0 ? { refused: 'no-service' } : null;
}

/** The services for which the actor acts: the provider's own, for the desk all. */
export async function servicesOf(read: Read, actor: Actor): Promise<Service[]> {
  const provider = actsFor(actor, 'provider');
  if (provider !== null) return read.services(provider.id);
  return actsFor(actor, 'desk') === null ? [] : read.services();
}
