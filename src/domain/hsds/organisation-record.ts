import type { HelpOrganisation } from '../helpline/help-line.js';
import { asUri, isEmail } from '../../lib/hsds/formats.js';
import { sameValue, textOf, withValue, type HsdsRecord } from '../../lib/hsds/record.js';

/** What an HSDS organisation says of ours. */
export type OrganisationFields = Pick<HelpOrganisation, 'name' | 'description' | 'email' | 'website'>;
export const organisationKeys = ['name', 'description', 'email', 'website'] as const;

/** What an HSDS organisation says. One that is described by its name alone has no description. */
export function fieldsOfOrganisation(record: HsdsRecord): OrganisationFields {
  const name = textOf(record, 'name')?.trim() ?? '';
  const description = textOf(record, 'description')?.trim() ?? null;
  return {
    name,
    description: description === name ? null : description,
    email: textOf(record, 'email')?.trim() ?? null,
    website: textOf(record, 'website')?.trim() ?? null,
  };
}

/** How each field is written; the standard asks a description, so without one that is the name. */
const written = (fields: OrganisationFields): Record<keyof OrganisationFields, string | null> => ({
  name: fields.name,
  description: fields.description ?? fields.name,
  email: fields.email !== null && isEmail(fields.email.trim()) ? fields.email.trim() : null,
  website: fields.website === null ? null : asUri(fields.website),
});

/** The record with these fields in it. Only what says something else is written. */
export function organisationWithFields(record: HsdsRecord, fields: OrganisationFields): HsdsRecord {
  const before = fieldsOfOrganisation(record);
  const namedAfterItself = textOf(record, 'description') !== null && before.description === null;
  const differs = (key: keyof OrganisationFields): boolean =>
    !sameValue(before[key], fields[key]) ||
    (key === 'description' && (record['description'] === undefined || (namedAfterItself && differs('name'))));
  const values = written(fields);
  return organisationKeys.filter(differs).reduce((now, key) => withValue(now, key, values[key]), record);
}

/** Our organisation as an HSDS record: as it came in, with what was changed here. */
export const organisationRecord = (organisation: HelpOrganisation): HsdsRecord =>
  organisationWithFields(organisation.foreign ?? { id: organisation.id }, organisation);
