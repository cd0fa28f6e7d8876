import { isGone } from '../helpline/gone-values.js';
import type { EditableKey, LineChange, LineFields } from '../helpline/help-line.js';
import type { OrganisationId } from '../ids.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { isRecord, listOf, textOf, without, type HsdsRecord } from '../../lib/hsds/record.js';

/** In which part of a service each field of ours stands. */
export const partOfField: Readonly<Record<EditableKey | 'assuredOn', string>> = {
  organisationId: 'organization_id',
  kind: 'attributes',
  name: 'name',
  description: 'description',
  phone: 'phones',
  email: 'email',
  website: 'url',
  address: 'service_at_locations',
  weeklyHours: 'schedules',
  hoursNote: 'schedules',
  minimumAge: 'minimum_age',
  maximumAge: 'maximum_age',
  howToRefer: 'application_process',
  eligibility: 'eligibility_description',
  alert: 'alert',
  languages: 'languages',
  regions: 'service_areas',
  municipalities: 'service_areas',
  status: 'status',
  assuredOn: 'assured_date',
};

const valueText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/**
 * What a change of ours says in HSDS: the field, what it was and what it became; empty for what was typed and is not on the
 * line any more. The first import changed nothing.
 */
function saidBy(
  { what, before, after, at }: LineChange,
  line: LineFields,
): [field: string, was: string, became: string, key: string][] {
  const told = (key: EditableKey, value: unknown): string => (isGone(key, value, line) ? '' : valueText(value));
  if (what === 'keeper-changed') return [];
  if (what === 'confirmed') return [['assured_date', '', dayOf(at), 'assured']];
  const isFirst = (before.name ?? null) === null && after.name !== undefined;
  if (what === 'imported' && isFirst) return [];
  if (what === 'added') return [['name', '', told('name', after.name), 'added']];
  return (Object.keys(after) as EditableKey[]).map((key) => [
    partOfField[key],
    told(key, before[key]),
    told(key, after[key]),
    key,
  ]);
}

const actionOf = (what: LineChange['what']): string =>
  what === 'added' ? 'create' : what === 'confirmed' ? 'confirm' : 'update';

/**
 * The history of a line as HSDS metadata, oldest first. `updated_by` is the team's name, never a person's; who keeps the
 * line is nobody's business. This is open data: what was typed stands in it only as long as the line says it.
 */
export function metadataOf(
  history: readonly LineChange[],
  line: LineFields,
  teamName: (id: OrganisationId | null) => string,
): HsdsRecord[] {
  return [...history]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .flatMap((change) =>
      saidBy(change, line).map(([field, was, became, key]) => ({
        id: nameUuid(change.id, key),
        resource_id: change.lineId,
        resource_type: 'service',
        last_action_date: dayOf(change.at),
        last_action_type: actionOf(change.what),
        field_name: field,
        previous_value: was,
        replacement_value: became,
        updated_by: teamName(change.organisationId),
      })),
    );
}

/** Fields that hold contacts and free texts, however a publisher calls them: 'phones', 'phone.number', 'contact_email'. */
const contactFields = /phone|mail|contact|address|location|descri|application|alert|eligib|schedule/i;

/** Every text that stands in a value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
};

/**
 * The metadata that came with a record, as it may be kept and given on. What contacts and texts once were is no longer for
 * everybody: only what the record itself (`now`) still says stays.
 */
export function keptMetadata(came: HsdsRecord, now: HsdsRecord): readonly HsdsRecord[] {
  const said = new Set(textsIn(without(now, 'metadata')));
  const value = (one: HsdsRecord, key: string): unknown => (said.has(String(one[key])) ? one[key] : '');
  return listOf(came, 'metadata').map((one) =>
    contactFields.test(textOf(one, 'field_name') ?? '')
      ? {
          ...one,
          previous_value: value(one, 'previous_value'),
          replacement_value: value(one, 'replacement_value'),
        }
      : one,
  );
}

/** The metadata that came with a record, and ours after it; what ours tells too is told by ours alone. */
export function joinedMetadata(came: HsdsRecord, now: HsdsRecord, ours: readonly HsdsRecord[]): readonly HsdsRecord[] {
  const ids = new Set(ours.map(({ id }) => id));
  return [...keptMetadata(came, now).filter(({ id }) => !ids.has(id)), ...ours];
}
