import type { HelpLine } from '../helpline/help-line.js';
import type { HelpLineId, HelpOrganisationId } from '../ids.js';
import { plainUuid } from '../../lib/hsds/formats.js';
import { differencesWith, otherDifferences, type FieldDifference } from '../../lib/hsds/merge-fields.js';
import { keptMetadata, metadataOf, partOfField } from './metadata.js';
import type { PlannedOrganisation } from './plan-organisation.js';
import { recordOf, sameValue, textOf, without, type HsdsRecord } from '../../lib/hsds/record.js';
import { fieldsOfService, serviceKeys, type ServiceFields, type ServiceKey } from './service-line.js';
import { aroundLine, fieldsOfLine, serviceCore, type FullLine } from './service-record.js';
import type { HsdsTerms } from './terms.js';

/** A checked service with the organisation that offers it. */
export interface IncomingService {
  readonly path: string;
  readonly service: HsdsRecord;
  /** The organisation in which it stood, when it did. */
  readonly container: HsdsRecord | null;
  /** What the file says to be nothing; what it does not mention stays as it is here. */
  readonly emptied?: readonly string[];
}

export type LineKey = ServiceKey | 'organisationId';
export type LineValues = ServiceFields & { readonly organisationId: HelpOrganisationId };
const lineKeys: readonly LineKey[] = ['organisationId', ...serviceKeys];

export interface PlannedLine {
  readonly id: HelpLineId;
  readonly path: string;
  /** `kept`: only what was changed here differs, the file brings nothing new. */
  readonly state: 'new' | 'changed' | 'kept' | 'same';
  readonly existing: HelpLine | null;
  readonly fields: LineValues;
  readonly foreign: HsdsRecord;
  readonly differences: readonly FieldDifference<LineKey>[];
  /** Parts of the record that have no place here and differ; they are kept and given back. */
  readonly otherKeys: readonly string[];
}

/** The record as it is kept: its organisation named, and described only where it is described otherwise here. */
function kept(
  incoming: IncomingService,
  organisation: PlannedOrganisation,
  ownMetadata: readonly string[],
): HsdsRecord {
  const { service } = incoming;
  const named =
    textOf(service, 'organization_id') === null ? { ...service, organization_id: organisation.id } : service;
  const sameOrganisation = sameValue(recordOf(service, 'organization'), organisation.foreign);
  const metadata = keptMetadata(service, service).filter(({ id }) => !ownMetadata.includes(String(id)));
  const bare = without(named, ...(sameOrganisation ? ['organization'] : []), 'metadata');
  const wasEmpty = Array.isArray(service['metadata']) && service['metadata'].length === 0;
  return metadata.length === 0 && !wasEmpty ? bare : { ...bare, metadata };
}

/** Compares an incoming service with the line of the same id. */
export function planLine(
  incoming: IncomingService,
  organisation: PlannedOrganisation,
  full: FullLine | null,
  terms: HsdsTerms,
): PlannedLine {
  const id = plainUuid(String(incoming.service['id'])) as HelpLineId;
  const own = full === null ? [] : metadataOf(full.history, full.line, () => '').map((one) => String(one['id']));
  const isCarried = carriedBy(incoming);
  const foreign = { ...uncarried(full?.line.foreign ?? {}, isCarried), ...kept(incoming, organisation, own) };
  const around = { id, terms, organisation: organisation.foreign };
  const said: LineValues = { ...fieldsOfService(foreign, around), organisationId: organisation.id };
  const fields = full === null ? said : staying(said, valuesOf(full.line), isCarried);
  const shared = { id, path: incoming.path, fields, foreign };
  if (full === null) return { ...shared, state: 'new', existing: null, differences: [], otherKeys: [] };
  const { line } = full;
  const differences = differencesWith(lineKeys, valuesOf(line), fields, baseOf(full, terms), isNewer(line, foreign));
  const core = serviceCore(line, full.organisation, terms);
  const now = { ...core, ...metadataIn(line.foreign ?? {}, core) };
  const told = [...differences.map(({ key }) => partOfField[key]), ...(isLater(foreign, now) ? [] : ['last_modified'])];
  const otherKeys = otherDifferences(now, without(foreign, 'organization'), told).filter(isCarried);
  return { ...shared, existing: line, differences, otherKeys, state: stateOf(line, foreign, differences, otherKeys) };
}

/** Whether the file says something of a part of a service, be it that there is nothing. */
const carriedBy =
  ({ service, emptied = [] }: IncomingService) =>
  (key: string): boolean =>
    service[key] !== undefined || emptied.includes(key);

/** What the last import brought and this one does not mention: kept, so that nothing is lost when it is given back. */
const uncarried = (foreign: HsdsRecord, isCarried: (key: string) => boolean): HsdsRecord =>
  Object.fromEntries(Object.entries(foreign).filter(([key]) => !isCarried(key) && !ofOneFile.has(key)));

/** What a record says of itself as a whole: of another file it would be no longer true. */
const ofOneFile = new Set(['metadata', 'last_modified', 'organization', 'organization_id']);

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** A compact list leaves out phones, addresses or hours: what is here then stays. Only what the file names can become nothing. */
function staying(said: LineValues, here: LineValues, isCarried: (key: string) => boolean): LineValues {
  const stays = lineKeys.filter((key) => isNothing(said[key]) && !isNothing(here[key]) && !isCarried(partOfField[key]));
  return { ...said, ...Object.fromEntries(stays.map((key) => [key, here[key]])) };
}

const metadataIn = (record: HsdsRecord, core: HsdsRecord): HsdsRecord =>
  record['metadata'] === undefined ? {} : { metadata: keptMetadata(record, core) };

const valuesOf = (line: HelpLine): LineValues => ({ ...fieldsOfLine(line), organisationId: line.organisationId });

/** What the last import brought; null for a line that was made here. */
function baseOf({ line, organisation }: FullLine, terms: HsdsTerms): LineValues | null {
  if (line.foreign === null) return null;
  const organisationId = plainUuid(textOf(line.foreign, 'organization_id') ?? '') as HelpOrganisationId;
  return { ...fieldsOfService(line.foreign, aroundLine(line, organisation, terms)), organisationId };
}

const modified = (record: HsdsRecord): number => Date.parse(textOf(record, 'last_modified') ?? '');

/** Whether the file's record says that it is younger than ours. */
const isLater = (file: HsdsRecord, now: HsdsRecord): boolean =>
  !Number.isNaN(modified(file)) && !(modified(file) <= modified(now));

/** Whether the line was changed here after this record of it was made; unknown counts as no. */
const isNewer = (line: HelpLine, record: HsdsRecord): boolean => line.updatedAt.getTime() > modified(record);

function stateOf(
  line: HelpLine,
  foreign: HsdsRecord,
  differences: readonly FieldDifference[],
  otherKeys: readonly string[],
): PlannedLine['state'] {
  if (sameValue(line.foreign, foreign)) return differences.length === 0 ? 'same' : 'kept';
  return differences.length + otherKeys.length === 0 ? 'same' : 'changed';
}
