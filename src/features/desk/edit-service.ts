import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { action } from '../../contracts/action.js';
import type { Refusal } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { schoolForms } from '../../domain/codes.js';
import type { OrganisationId, ServiceId } from '../../domain/ids.js';
import type { Organisation, Service } from '../../domain/organisation.js';
import { regions } from '../../lib/region/index.js';
import { serviceFields as toldFields } from '../../domain/timeline/directory-entries.js';
import { entry, fieldsChanged, type Entry } from '../../domain/timeline/entries.js';
import { plain } from '../../texts/plain.js';
import { codeWord } from '../../texts/referral-words.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from './desk-only.js';
import { serviceFields } from './service-fields.js';
import { deskCards } from './desk-cards.js';

const subject = z.object({
  organisationId: id<OrganisationId>(),
  serviceId: id<ServiceId>().optional(),
});
type Subject = z.output<typeof subject>;

interface Loaded {
  readonly organisation: Organisation;
  readonly serviceId: ServiceId | null;
  /** Null: it is being added. */
  readonly service: Service | null;
}

/**
 * The desk adds or changes what a provider offers: region (R7), ages and school forms (R8), R17, active or not. A form to
 * add carries the id the service will get, so that the same press again makes nothing twice.
 */
export const editService = action({
  slug: 'edit-service',
  subject,
  fields: serviceFields,
  load,
  may: (_loaded, { actor }) => deskOnly(actor),
  form({ organisation, serviceId, service }, { actor, newId }, { typed }) {
    const { language } = actor;
    const t = texts(language);
    return {
      organisationId: organisation.id,
      serviceId: serviceId ?? newId<ServiceId>(),
      provider: plain(organisation.name),
      title: t(service === null ? 'desk.edit-service.add' : 'desk.edit-service.title'),
      regions: regions.map((value) => ({ title: t(`common.common.region.${value}`), value })),
      schoolForms: schoolForms.map((value) => ({ title: codeWord(language, 'school-form', value), value })),
      typed: { ...present(service), ...typed },
    };
  },
  decide({ organisation, serviceId, service }, typed, { newId }) {
    const before = service ?? fresh(organisation.id, serviceId ?? newId<ServiceId>());
    return {
      changes: [{ put: 'service', row: { ...before, ...typed } }],
      entries: told(before.id, service, typed),
      reply: { ...deskCards.organisation.shown({ organisationId: organisation.id }), note: { key: 'done' } },
    };
  },
});

/** What the timeline tells of it; nothing when nothing became another value. */
function told(id: ServiceId, service: Service | null, typed: z.output<typeof serviceFields>): Entry[] {
  if (service === null) return [entry('service', id, 'added', {})];
  const fields = fieldsChanged(toldFields, service, typed);
  return fields.length === 0 ? [] : [entry('service', id, 'edited', { fields })];
}

async function load(read: Read, { organisationId, serviceId }: Subject): Promise<Loaded | Refusal> {
  const organisation = await read.organisation(organisationId);
  const service = serviceId === undefined ? null : await read.service(serviceId);
  const isElsewhere = service !== null && service.organisationId !== organisationId;
  if (organisation?.kind !== 'provider' || isElsewhere) return { refused: 'not-found' };
  return { organisation, serviceId: serviceId ?? null, service };
}

const fresh = (organisationId: OrganisationId, id: ServiceId) => ({
  id,
  organisationId,
  fullUntil: null,
  waitWeeks: null,
  version: 0,
});

/** The inputs as they stand now; a new service is active. */
const present = (service: Service | null) => ({
  name: service?.name ?? null,
  regions: service?.regions.join(',') ?? '',
  minimumAge: service?.minimumAge?.toString() ?? null,
  maximumAge: service?.maximumAge?.toString() ?? null,
  schoolForms: service?.schoolForms.join(',') ?? '',
  fromFirstSecondary: String(service?.fromFirstSecondary ?? false),
  active: String(service?.active ?? true),
});
