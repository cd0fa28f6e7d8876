import { asUri, isEmail } from '../../lib/hsds/formats.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import type { HsdsRecord } from '../../lib/hsds/record.js';
import type { Organisation, Service } from '../organisation.js';

/** What is told of a service in sentences; they come from the texts, which the domain does not read. */
export interface OfferedSentences {
  /** For whom: ages and school forms (R8). */
  readonly eligibility: string;
  /** Who refers (R1), and who organises the first round table (R10). */
  readonly application: string;
  /** What may be expected of it today, and since when that is known. */
  readonly availability: string;
  regionName(region: string): string;
}

/** What a provider offers as a full HSDS 3 service, with its organisation in it: what everybody may know and nothing else. */
export const offeredRecord = (service: Service, provider: Organisation, says: OfferedSentences): HsdsRecord => ({
  ...bareOfferedRecord(service, says),
  organization: providerRecord(provider),
});

/** The same without the organisation around it. */
export const bareOfferedRecord = (service: Service, says: OfferedSentences): HsdsRecord =>
  known({
    id: service.id,
    organization_id: service.organisationId,
    name: service.name,
    status: 'active',
    description: service.about,
    url: service.website === null ? null : asUri(service.website),
    email: service.email !== null && isEmail(service.email) ? service.email : null,
    minimum_age: service.minimumAge,
    maximum_age: service.maximumAge,
    eligibility_description: says.eligibility,
    application_process: says.application,
    alert: says.availability,
    assured_date: service.assuredOn,
    phones: service.phone === null ? null : [phoneOf(service.id, service.phone)],
    service_areas: service.regions.map((region) => ({
      id: nameUuid(service.id, `service area ${region}`),
      service_id: service.id,
      name: says.regionName(region),
      extent: region,
      extent_type: 'text',
    })),
  });

/** Without what is not known. */
const known = (record: HsdsRecord): HsdsRecord =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));

const phoneOf = (serviceId: string, number: string): HsdsRecord => ({
  id: nameUuid(serviceId, 'phone'),
  service_id: serviceId,
  number,
});

/** Its name only: the contacts of an organisation are those of work between CLB, provider and desk. */
const providerRecord = ({ id, name }: Organisation): HsdsRecord => ({ id, name, description: name });

/** A provider as a full HSDS 3 organisation with what it offers in it. */
export const fullProviderRecord = (provider: Organisation, services: readonly HsdsRecord[]): HsdsRecord => ({
  ...providerRecord(provider),
  services,
});
