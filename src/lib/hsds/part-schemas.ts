import { list, day, email, moment, number, oneOf, optional, record, text, time, uri, uuid } from './value-schemas.js';

/** The parts of which HSDS 3 services and organisations are made, with what the standard asks of each. */
export const metadata = record({
  id: uuid,
  ...optional(['resource_id'], uuid),
  ...optional(['resource_type'], text),
  last_action_date: day,
  last_action_type: text,
  field_name: text,
  previous_value: text,
  replacement_value: text,
  updated_by: text,
});

const withMetadata = { metadata: list(metadata) };

const taxonomy = record({
  id: uuid,
  name: text,
  description: text,
  ...optional(['uri'], uri),
  ...optional(['version'], text),
  ...withMetadata,
});

export const taxonomyTerm = record({
  id: uuid,
  name: text,
  description: text,
  ...optional(['code', 'taxonomy', 'language'], text),
  ...optional(['parent_id', 'taxonomy_id'], uuid),
  ...optional(['term_uri'], uri),
  taxonomy_detail: taxonomy.optional(),
  ...withMetadata,
});

export const attribute = record({
  id: uuid,
  ...optional(['link_id', 'taxonomy_term_id'], uuid),
  ...optional(['link_type', 'link_entity', 'value'], text),
  taxonomy_term: taxonomyTerm.optional(),
  ...withMetadata,
});

const described = { attributes: list(attribute), ...withMetadata };

export const language = record({
  id: uuid,
  ...optional(['service_id', 'location_id', 'phone_id'], uuid),
  ...optional(['name', 'code', 'note'], text),
  ...described,
});

export const phone = record({
  id: uuid,
  number: text,
  ...optional(['location_id', 'service_id', 'organization_id', 'contact_id', 'service_at_location_id'], uuid),
  ...optional(['extension'], number),
  ...optional(['type', 'description'], text),
  languages: list(language),
  ...described,
});

export const contact = record({
  id: uuid,
  ...optional(['organization_id', 'service_id', 'service_at_location_id', 'location_id'], uuid),
  ...optional(['name', 'title', 'department'], text),
  ...optional(['email'], email),
  phones: list(phone),
  ...described,
});

export const schedule = record({
  id: uuid,
  ...optional(['service_id', 'location_id', 'service_at_location_id'], uuid),
  ...optional(['valid_from', 'valid_to', 'dtstart', 'until'], day),
  ...optional(['timezone', 'count', 'interval'], number),
  wkst: oneOf(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']).optional(),
  freq: oneOf(['WEEKLY', 'MONTHLY']).optional(),
  ...optional(['byday', 'byweekno', 'bymonthday', 'byyearday', 'description', 'attending_type', 'notes'], text),
  ...optional(['opens_at', 'closes_at'], time),
  ...optional(['schedule_link'], uri),
  ...described,
});

export const serviceArea = record({
  id: uuid,
  ...optional(['service_id'], uuid),
  ...optional(['name', 'description', 'extent', 'extent_type', 'uri'], text),
  ...described,
});

const kindsOfLocation = ['physical', 'postal', 'virtual'] as const;

export const address = record({
  id: uuid,
  address_1: text,
  city: text,
  state_province: text,
  postal_code: text,
  country: text,
  address_type: oneOf(kindsOfLocation),
  ...optional(['location_id'], uuid),
  ...optional(['attention', 'address_2', 'region'], text),
  ...described,
});

const accessibility = record({
  id: uuid,
  ...optional(['location_id'], uuid),
  ...optional(['description', 'details'], text),
  ...optional(['url'], uri),
  ...described,
});

export const location = record({
  id: uuid,
  location_type: oneOf(kindsOfLocation),
  ...optional(['organization_id'], uuid),
  ...optional(['url'], uri),
  ...optional(
    ['name', 'alternate_name', 'description', 'transportation', 'external_identifier', 'external_identifier_type'],
    text,
  ),
  ...optional(['latitude', 'longitude'], number),
  languages: list(language),
  addresses: list(address),
  contacts: list(contact),
  accessibility: list(accessibility),
  phones: list(phone),
  schedules: list(schedule),
  ...described,
});

export const serviceAtLocation = record({
  id: uuid,
  ...optional(['service_id', 'location_id'], uuid),
  ...optional(['description'], text),
  contacts: list(contact),
  phones: list(phone),
  schedules: list(schedule),
  location: location.optional(),
  ...described,
});

export const program = record({
  id: uuid,
  name: text,
  description: text,
  ...optional(['organization_id'], uuid),
  ...optional(['alternate_name'], text),
  ...described,
});

export const funding = record({
  id: uuid,
  ...optional(['organization_id', 'service_id'], uuid),
  ...optional(['source'], text),
  ...described,
});

export const costOption = record({
  id: uuid,
  ...optional(['service_id'], uuid),
  ...optional(['valid_from', 'valid_to'], day),
  ...optional(['option', 'currency', 'amount_description'], text),
  ...optional(['amount'], number),
  ...described,
});

export const requiredDocument = record({
  id: uuid,
  ...optional(['service_id'], uuid),
  ...optional(['document'], text),
  ...optional(['uri'], uri),
  ...described,
});

export const organizationIdentifier = record({
  id: uuid,
  identifier_type: text,
  identifier: text,
  ...optional(['organization_id'], uuid),
  ...optional(['identifier_scheme'], text),
  ...described,
});

export const lastModified = { ...optional(['last_modified'], moment), ...optional(['assured_date'], day) };
export { described };
