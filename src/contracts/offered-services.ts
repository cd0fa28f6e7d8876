import type { SchoolForm } from '../domain/codes.js';
import type { Availability } from '../domain/fit.js';
import { fitting, offersOf } from '../domain/intake/index.js';
import type { LocalDate } from '../domain/local-date.js';
import type { MeasuredWait } from '../domain/measured-wait.js';
import type { Organisation, Service } from '../domain/organisation.js';
import { regions, type Region } from '../lib/region/index.js';
import type { ViewContext } from './context.js';
import type { Read } from './read.js';

/** What narrows the catalogue of the offer; undefined: no matter. */
export interface OfferedFilter {
  readonly region?: Region | undefined;
  /** In whole years. */
  readonly age?: number | undefined;
  readonly form?: SchoolForm | undefined;
}

/** A service as everybody may know it: nothing of who waits for it, nobody's own contact. */
export interface OfferedService {
  readonly service: Service;
  readonly provider: Organisation;
  readonly availability: Availability;
  readonly measured: MeasuredWait | null;
  /** When the provider last said how it stands; null: it never did, or that is not known any more. */
  readonly saidOn: LocalDate | null;
}

type At = Pick<ViewContext, 'calendar' | 'now'>;

/** The active services that leave room for this (R7, R8), those that can start soonest first, then by name. */
export async function offeredServices(read: Read, filter: OfferedFilter, at: At): Promise<OfferedService[]> {
  const facts = {
    target: 'pupil' as const,
    regions: filter.region === undefined ? regions : [filter.region],
    age: filter.age ?? null,
    schoolForm: filter.form ?? null,
    startedSecondary: null,
  };
  const today = at.calendar.dayOf(at.now);
  const offers = fitting(offersOf(await read.servicesWithWaiting(), facts, today));
  const providers = new Map((await read.organisations('provider')).map((one) => [one.id, one]));
  const said = await read.availabilitySaid();
  return offers.flatMap(({ service, availability, measured }) => {
    const provider = providers.get(service.organisationId);
    const saidAt = said.get(service.id);
    const saidOn = saidAt === undefined ? null : at.calendar.dayOf(saidAt);
    return provider === undefined ? [] : [{ service, provider, availability, measured, saidOn }];
  });
}

/** One of them; null when it is not offered (any more). */
export async function offeredService(read: Read, id: Service['id'], at: At): Promise<OfferedService | null> {
  return (await offeredServices(read, {}, at)).find(({ service }) => service.id === id) ?? null;
}
