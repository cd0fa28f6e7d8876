import type { HelpLine, LineFields } from '../helpline/help-line.js';
import { addressLens } from './address-lens.js';
import { areaLens } from './area-lens.js';
import { emailLens, ownContactId, phoneLens, withOwnContact } from './contact-lenses.js';
import { hoursLens, hoursNoteLens, plainHours } from './hours-lens.js';
import { kindLens } from './kind-lens.js';
import { languagesLens } from './languages-lens.js';
import type { Around, Lens } from './lens.js';
import { listOf, sameValue, type HsdsRecord } from '../../lib/hsds/record.js';
import { ageUnder, assuredLens, nameLens, statusLens, textUnder, websiteLens } from './text-lenses.js';

/** What an HSDS service says of a help line: all its fields but the organisation, and when it was last confirmed. */
export type ServiceFields = Omit<LineFields, 'organisationId'> & Pick<HelpLine, 'assuredOn'>;
export type ServiceKey = keyof ServiceFields;

/** One lens per field; regions and municipalities stand in one list and share theirs. */
const lenses: { readonly [Key in Exclude<ServiceKey, 'regions' | 'municipalities'>]: Lens<ServiceFields[Key]> } = {
  kind: kindLens,
  name: nameLens,
  description: textUnder('description'),
  phone: phoneLens,
  email: emailLens,
  website: websiteLens,
  address: addressLens,
  weeklyHours: hoursLens,
  hoursNote: hoursNoteLens,
  minimumAge: ageUnder('minimum_age'),
  maximumAge: ageUnder('maximum_age'),
  howToRefer: textUnder('application_process'),
  eligibility: textUnder('eligibility_description'),
  alert: textUnder('alert'),
  languages: languagesLens,
  status: statusLens,
  assuredOn: assuredLens,
};

export const serviceKeys: readonly ServiceKey[] = [
  ...(Object.keys(lenses) as (keyof typeof lenses)[]),
  'regions',
  'municipalities',
];

/** What an HSDS service says, as fields of a help line. */
export function fieldsOfService(service: HsdsRecord, around: Around): ServiceFields {
  const entries = Object.entries(lenses).map(([key, lens]) => [key, (lens as Lens<unknown>).get(service, around)]);
  return { ...(Object.fromEntries(entries) as ServiceFields), ...areaLens.get(service, around) };
}

/** The HSDS service with these fields in it. Only what says something else is written: all the rest stays as it was. */
export function serviceWithFields(service: HsdsRecord, fields: ServiceFields, around: Around): HsdsRecord {
  let written = service;
  for (const [key, lens] of Object.entries(lenses) as [keyof typeof lenses, Lens<unknown>][]) {
    const wanted = key === 'weeklyHours' ? plainHours(fields.weeklyHours) : fields[key];
    if (!sameValue(lens.get(written, around), wanted)) written = lens.put(written, wanted, around);
  }
  const { regions, municipalities } = fields;
  const area = { regions, municipalities };
  if (!sameValue(areaLens.get(written, around), area)) written = areaLens.put(written, area, around);
  return written;
}

/** As {@link serviceWithFields}, our own contact brought along where we wrote one, and where nothing was there yet. */
export function putFields(service: HsdsRecord, fields: ServiceFields, around: Around): HsdsRecord {
  const started = isNew(service) ? statusLens.put(service, fields.status, around) : service;
  const written = serviceWithFields(started, fields, around);
  const ours = listOf(service, 'contacts').some((contact) => contact['id'] === ownContactId(around.id));
  const changed = !sameValue(written, service);
  return changed && (ours || isNew(service)) ? withOwnContact(written, around) : written;
}

/** A record of which nothing is there yet but its id: a line that was made here. */
const isNew = (service: HsdsRecord): boolean => Object.keys(service).every((key) => key === 'id');
