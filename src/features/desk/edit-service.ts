import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { action } from '../../contracts/action.js';
import type { Refusal } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { schoolForms, wantedForms } from '../../domain/codes.js';
import type { OrganisationId, ServiceId } from '../../domain/ids.js';
import { nothingTold, type Organisation, type Service, type ToldOfService } from '../../domain/organisation.js';
import type { Language } from '../../domain/language.js';
import type { LocalDate } from '../../domain/local-date.js';
import { day } from '../../texts/format.js';
import { regions } from '../../lib/region/index.js';
import { serviceFields as toldFields } from '../../domain/timeline/directory-entries.js';
import { matchSoon } from '../../domain/case/match.js';
import { entry, whatChanged, type Entry } from '../../domain/timeline/entries.js';
import { plain } from '../../texts/plain.js';
import { codeWord } from '../../texts/referral-words.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';
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
  form({ organisation, serviceId, service }, { actor, newId, calendar, now }, { typed }) {
    const { language } = actor;
    const t = texts(language);
    return {
      organisationId: organisation.id,
      serviceId: serviceId ?? newId<ServiceId>(),
      provider: plain(organisation.name),
      title: t(service === null ? 'desk.edit-service.add' : 'desk.edit-service.title'),
      regions: regions.map((value) => ({ title: t(`common.common.region.${value}`), value })),
      schoolForms: schoolForms.map((value) => ({ title: codeWord(language, 'school-form', value), value })),
      offeredForms: wantedForms.map((value) => ({ title: codeWord(language, 'wanted-form', value), value })),
      assured: assuredLine(service, language, calendar.dayOf(now)),
      typed: { ...present(service), ...typed },
    };
  },
  decide({ organisation, serviceId, service }, { checkedNow, ...typed }, { newId, calendar, now }) {
    const before = service ?? fresh(organisation.id, serviceId ?? newId<ServiceId>());
    const fields = { ...drawn(typed), ...(checkedNow ? { assuredOn: calendar.dayOf(now) } : {}) };
    return {
      changes: [{ put: 'service', row: { ...before, ...fields } }],
      entries: told(before.id, service, fields),
      dues: [matchSoon(before, now)],
      reply: { ...deskCards.organisation.shown({ organisationId: organisation.id }), note: { key: 'done' } },
    };
  },
});

/** What the timeline tells of it; nothing when nothing became another value. */
function told(id: ServiceId, service: Service | null, typed: Partial<Service>): Entry[] {
  if (service === null) return [entry('service', id, 'added', {})];
  const changed = whatChanged(toldFields, service, typed);
  return changed === null ? [] : [entry('service', id, 'edited', changed)];
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
  naft: false,
  offeredForms: [],
  version: 0,
  ...nothingTold,
});

type Typed = Omit<z.output<typeof serviceFields>, 'checkedNow'>;
type ToldFields = Pick<Typed, 'about' | 'phone' | 'email' | 'website'>;

/** Without the inputs that a form of before did not have: what stands there stays. */
const drawn = (typed: Typed): Omit<Typed, keyof ToldFields> & Partial<ToldOfService> =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Typed & ToldOfService;

/** When it was last looked at whether all is true, for who is about to say so again. */
const assuredLine = (service: Service | null, language: Language, today: LocalDate): string =>
  service === null || service.assuredOn === null
    ? texts(language)('desk.edit-service.never-checked')
    : texts(language)('desk.edit-service.last-checked', { day: day(service.assuredOn, language, today) });

/** The inputs as they stand now; a new service is active. */
const present = (service: Service | null) => ({
  name: service?.name ?? null,
  regions: service?.regions.join(',') ?? '',
  minimumAge: service?.minimumAge?.toString() ?? null,
  maximumAge: service?.maximumAge?.toString() ?? null,
  schoolForms: service?.schoolForms.join(',') ?? '',
  offeredForms: service?.offeredForms.join(',') ?? '',
  fromFirstSecondary: String(service?.fromFirstSecondary ?? false),
  naft: String(service?.naft ?? false),
  active: String(service?.active ?? true),
  about: service?.about ?? null,
  phone: service?.phone ?? null,
  email: service?.email ?? null,
  website: service?.website ?? null,
  checkedNow: 'false',
});
