import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import type { WaitingPage } from '../../../contracts/case-lists.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { ServiceId } from '../../../domain/ids.js';
import type { Organisation, Service } from '../../../domain/organisation.js';

export const serviceId = id<ServiceId>();

/** The day under which a whole list was asked. */
export const askedOn = z.iso.date();

/** Rows of one page of a list. */
export const perPage = 10;

/** A service with one page of who waits for it, in order (R11). */
export interface ListFacts {
  readonly service: Service;
  readonly list: WaitingPage;
  readonly page: number;
}

/** Loads a page of a waiting list, the last one when there are no so many; null when there is no such service. */
export async function loadList(read: Read, id: ServiceId, page = 0): Promise<ListFacts | null> {
  const service = await read.service(id);
  if (service === null) return null;
  const list = await read.waitingPage(id, { offset: page * perPage, limit: perPage });
  const last = Math.max(0, Math.ceil(list.count / perPage) - 1);
  return page <= last ? { service, list, page } : loadList(read, id, last);
}

/** A service's list and availability are of its provider, and of the desk. */
export const maySeeService = (service: Service, actor: Actor): Refusal | null =>
  isOf(actor, service.organisationId) || actsFor(actor, 'desk') !== null ? null : { refused: 'only-provider' };

/** Whose services have lists: those of a provider, all for the desk. Others are shown the way to their own referrals. */
export function mayUseLists(services: readonly Service[], actor: Actor): Refusal | null {
  if (actor.organisations.length === 0) return { refused: 'not-a-member' };
  if (actsFor(actor, 'provider') === null && actsFor(actor, 'desk') === null) return { refused: 'for-providers' };
  return services.length === 0 ? { refused: 'no-service' } : null;
}

/** The providers for which somebody acts; in a channel one. */
export const providersOf = ({ organisations }: Actor): readonly Organisation[] =>
  organisations.filter(({ kind }) => kind === 'provider');

/** The services for which the actor acts: those of every provider of his or hers, for the desk all. */
export async function servicesOf(read: Read, actor: Actor): Promise<Service[]> {
  const own = providersOf(actor);
  if (own.length > 0) return (await Promise.all(own.map(({ id: of }) => read.services(of)))).flat();
  return actsFor(actor, 'desk') === null ? [] : read.services();
}
