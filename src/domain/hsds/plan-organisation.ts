import type { HelpOrganisation } from '../helpline/help-line.js';
import type { HelpOrganisationId } from '../ids.js';
import { differencesWith, otherDifferences, type FieldDifference } from '../../lib/hsds/merge-fields.js';
import {
  fieldsOfOrganisation,
  organisationKeys,
  organisationRecord,
  type OrganisationFields,
} from './organisation-record.js';
import type { HsdsRecord } from '../../lib/hsds/record.js';

export interface PlannedOrganisation {
  readonly id: HelpOrganisationId;
  readonly state: 'new' | 'changed' | 'same';
  readonly existing: HelpOrganisation | null;
  readonly fields: OrganisationFields;
  /** What is kept of it; null when the service came without organisation and its name stands for it. */
  readonly foreign: HsdsRecord | null;
  readonly differences: readonly FieldDifference<keyof OrganisationFields>[];
  readonly otherKeys: readonly string[];
}

/**
 * Compares how a document describes an organisation with what is here. Not described (null): what is here stays, and a
 * new one gets the name of the service that it offers.
 */
export function planOrganisation(
  id: HelpOrganisationId,
  described: HsdsRecord | null,
  serviceName: string,
  existing: HelpOrganisation | null,
): PlannedOrganisation {
  const here = existing && pick(existing);
  const fields = described === null ? (here ?? namedAfter(serviceName)) : saidOf(described, here);
  const foreign = described === null ? (existing?.foreign ?? null) : { ...existing?.foreign, ...described };
  const shared = { id, existing, fields, foreign };
  if (existing === null || here === null) return { ...shared, state: 'new', differences: [], otherKeys: [] };
  const base = existing.foreign === null ? null : fieldsOfOrganisation(existing.foreign);
  const differences = differencesWith(organisationKeys, here, fields, base, false);
  const now = organisationRecord(existing);
  const otherKeys =
    described === null
      ? []
      : otherDifferences(
          now,
          described,
          differences.map(({ key }) => key),
        ).filter((key) => described[key] !== undefined);
  const nothing = described === null || (differences.length === 0 && otherKeys.length === 0);
  return { ...shared, state: nothing ? 'same' : 'changed', differences, otherKeys };
}

/** What a description says; what it does not mention stays as it is here. */
const saidOf = (described: HsdsRecord, here: OrganisationFields | null): OrganisationFields => {
  const said = fieldsOfOrganisation(described);
  if (here === null) return said;
  const stays = organisationKeys.filter((key) => described[key] === undefined);
  return { ...said, ...Object.fromEntries(stays.map((key) => [key, here[key]])) };
};

const namedAfter = (name: string): OrganisationFields => ({ name, description: null, email: null, website: null });
const pick = ({ name, description, email, website }: HelpOrganisation): OrganisationFields => ({
  name,
  description,
  email,
  website,
});
