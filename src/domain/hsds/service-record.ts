import {
  editableKeys,
  type HelpLine,
  type HelpOrganisation,
  type LineChange,
  type LineFields,
} from '../helpline/help-line.js';
import type { OrganisationId } from '../ids.js';
import { plainUuid } from '../../lib/hsds/formats.js';
import type { Around } from './lens.js';
import { joinedMetadata, metadataOf } from './metadata.js';
import { organisationRecord } from './organisation-record.js';
import { recordOf, sameValue, textOf, without, withValue, type HsdsRecord } from '../../lib/hsds/record.js';
import { putFields, type ServiceFields } from './service-line.js';
import type { HsdsTerms } from './terms.js';

/** A help line with all that belongs to its record. */
export interface FullLine {
  readonly line: HelpLine;
  readonly organisation: HelpOrganisation;
  readonly history: readonly LineChange[];
}

/** What an export needs besides the lines. */
export interface Exporting {
  readonly terms: HsdsTerms;
  /** The name of a team; null is the desk. */
  teamName(id: OrganisationId | null): string;
}

/** What a lens may look at around a line of ours. */
export const aroundLine = (line: HelpLine, organisation: HelpOrganisation, terms: HsdsTerms): Around => ({
  id: line.id,
  terms,
  organisation: organisation.foreign,
});

/** The fields of a line that stand in its service. */
export function fieldsOfLine(line: HelpLine): ServiceFields {
  const { organisationId: _, ...fields } = Object.fromEntries(
    editableKeys.map((key) => [key, line[key]]),
  ) as LineFields;
  return { ...fields, assuredOn: line.assuredOn };
}

/**
 * The service itself, without its organisation and metadata: the record as it came in with what was changed here, or a
 * new one. `last_modified` moves only when something was written.
 */
export function serviceCore(line: HelpLine, organisation: HelpOrganisation, terms: HsdsTerms): HsdsRecord {
  const source = without(line.foreign ?? { id: line.id }, 'metadata', 'organization');
  const put = putFields(source, fieldsOfLine(line), aroundLine(line, organisation, terms));
  const theirs = textOf(put, 'organization_id');
  const placed =
    theirs !== null && plainUuid(theirs) === line.organisationId
      ? put
      : withValue(put, 'organization_id', line.organisationId);
  return sameValue(placed, source) ? source : withValue(placed, 'last_modified', line.updatedAt.toISOString());
}

/**
 * The organisation as it stands in the service: the way this very service described it, as long as it is the same one
 * and was not changed here; otherwise the organisation's own record.
 */
function organisationIn(line: HelpLine, organisation: HelpOrganisation): HsdsRecord {
  const own = organisationRecord(organisation);
  const described = recordOf(line.foreign ?? {}, 'organization');
  const isSame = described !== null && plainUuid(textOf(described, 'id') ?? '') === organisation.id;
  return isSame && sameValue(own, organisation.foreign) ? described : own;
}

/** A help line as a full HSDS 3 service, without the organisation around it. */
export function bareServiceRecord({ line, organisation, history }: FullLine, exporting: Exporting): HsdsRecord {
  const core = serviceCore(line, organisation, exporting.terms);
  const ours = metadataOf(history, line, (id) => exporting.teamName(id));
  const came = line.foreign ?? {};
  const metadata = joinedMetadata(came, core, ours);
  return metadata.length === 0 && came['metadata'] === undefined ? core : { ...core, metadata };
}

/** A help line as a full HSDS 3 service with its organisation in it. */
export const serviceRecord = (full: FullLine, exporting: Exporting): HsdsRecord => ({
  ...bareServiceRecord(full, exporting),
  organization: organisationIn(full.line, full.organisation),
});

/** An organisation as a full HSDS 3 organisation with its services in it. */
export const fullOrganisationRecord = (
  organisation: HelpOrganisation,
  lines: readonly FullLine[],
  exporting: Exporting,
): HsdsRecord => ({
  ...organisationRecord(organisation),
  services: lines.map((full) => bareServiceRecord(full, exporting)),
});
