import type { z } from 'zod';
import {
  contact,
  costOption,
  described,
  funding,
  language,
  lastModified,
  location,
  organizationIdentifier,
  phone,
  program,
  requiredDocument,
  schedule,
  serviceArea,
  serviceAtLocation,
} from './part-schemas.js';
import { age, email, list, name, number, oneOf, optional, record, text, uri, uuid } from './value-schemas.js';

const organizationShape = {
  id: uuid,
  name,
  description: text,
  ...optional(['alternate_name', 'tax_status', 'tax_id', 'legal_status', 'logo'], text),
  ...optional(['email'], email),
  ...optional(['website', 'uri'], uri),
  ...optional(['year_incorporated'], number),
  ...optional(['parent_organization_id'], uuid),
  funding: list(funding),
  contacts: list(contact),
  phones: list(phone),
  locations: list(location),
  programs: list(program),
  organization_identifiers: list(organizationIdentifier),
  ...described,
};

/** An HSDS 3 organisation, without its services: those are checked one by one. */
export const organizationSchema = record(organizationShape);

/** An HSDS 3 service as the standard asks it, with everything that may stand in it. */
export const serviceSchema = record({
  id: uuid,
  name,
  status: oneOf(['active', 'inactive', 'defunct', 'temporarily closed']),
  ...optional(['organization_id', 'program_id'], uuid),
  ...optional(['url'], uri),
  ...optional(['email', 'assurer_email'], email),
  ...optional(['minimum_age', 'maximum_age'], age),
  ...optional(
    [
      'alternate_name',
      'description',
      'interpretation_services',
      'application_process',
      'fees_description',
      'wait_time',
      'fees',
      'accreditations',
      'eligibility_description',
      'licenses',
      'alert',
    ],
    text,
  ),
  ...lastModified,
  phones: list(phone),
  schedules: list(schedule),
  service_areas: list(serviceArea),
  service_at_locations: list(serviceAtLocation),
  languages: list(language),
  organization: organizationSchema.optional(),
  funding: list(funding),
  cost_options: list(costOption),
  program: program.optional(),
  required_documents: list(requiredDocument),
  contacts: list(contact),
  ...described,
}).refine(
  ({ minimum_age: from, maximum_age: to }) => typeof from !== 'number' || typeof to !== 'number' || from <= to,
  { error: 'ages-turned', path: ['minimum_age'], when: () => true },
);

export type HsdsService = z.infer<typeof serviceSchema>;
