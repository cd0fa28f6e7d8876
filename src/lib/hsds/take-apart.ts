import { isRecord, type HsdsRecord } from './record.js';

/** One record of a document, not yet checked. */
export interface Part {
  /** Where it stands, e.g. `contents[3]` or `contents[0].services[2]`. */
  readonly path: string;
  readonly what: 'service' | 'organisation';
  readonly value: unknown;
  /** The path of the organisation in which it stands; null for one that stands by itself. */
  readonly within: string | null;
}

const lists = ['contents', 'services', 'organizations', 'organisations', 'data', 'items'];
const ofOrganisations =
  'services website tax_status tax_id legal_status year_incorporated logo uri parent_organization_id locations programs organization_identifiers'.split(
    ' ',
  );
const ofServices =
  'status organization organization_id program program_id url application_process eligibility_description minimum_age maximum_age schedules service_areas service_at_locations languages cost_options required_documents interpretation_services fees fees_description wait_time accreditations licenses alert assured_date assurer_email last_modified'.split(
    ' ',
  );

const has = (record: HsdsRecord, keys: readonly string[]): boolean => keys.some((key) => Object.hasOwn(record, key));

/** An organisation has services, or something only an organisation has; everything else is taken for a service. */
const isOrganisation = (value: unknown): value is HsdsRecord =>
  isRecord(value) && (Array.isArray(value['services']) || (has(value, ofOrganisations) && !has(value, ofServices)));

function partsOf(value: unknown, path: string, organisations: boolean): Part[] {
  if (!isOrganisation(value) && !(organisations && isRecord(value) && !has(value, ofServices)))
    return [{ path, what: 'service', value, within: null }];
  const services = Array.isArray(value['services']) ? (value['services'] as unknown[]) : [];
  return [
    { path, what: 'organisation', value, within: null },
    ...services.map((service, index): Part => ({
      path: `${path}.services[${index}]`,
      what: 'service',
      value: service,
      within: path,
    })),
  ];
}

/**
 * Takes a document apart into services and organisations: a page (`contents`), a bare list, a list under `services` or
 * `organizations`, a single service, a single organisation with its services. Null when it is none of these
 * (nor for tables side by side, the tabular form of HSDS: their records do not stand by themselves).
 */
export function takeApart(document: unknown): Part[] | null {
  if (Array.isArray(document)) return document.flatMap((value, index) => partsOf(value, `[${index}]`, false));
  if (!isRecord(document)) return null;
  if (document['id'] === undefined && document['name'] === undefined) {
    const found = lists.filter((key) => Array.isArray(document[key]));
    if (found.length > 0)
      return found.flatMap((key) =>
        (document[key] as unknown[]).flatMap((value, index) =>
          partsOf(value, `${key}[${index}]`, key.startsWith('organi')),
        ),
      );
    const isTables = ['service', 'organization'].some((key) => Array.isArray(document[key]));
    if (isTables || !has(document, ofServices)) return null;
  }
  return partsOf(document, '$', false);
}
