import type { EditableKey, LineChange } from '../helpline/help-line.js';
import type { OrganisationId } from '../ids.js';
import { nameUuid } from './name-uuid.js';
import { listOf, type HsdsRecord } from './record.js';

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

/** What a change of ours says in HSDS: the field, what it was and what it became. The first import changed nothing. */
function saidBy({ what, before, after, at }: LineChange): [field: string, was: string, became: string, key: string][] {
  if (what === 'keeper-changed') return [];
  if (what === 'confirmed') return [['assured_date', '', dayOf(at), 'assured']];
  const isFirst = (before.name ?? null) === null && after.name !== undefined;
  if (what === 'imported' && isFirst) return [];
  if (what === 'added') return [['name', '', valueText(after.name), 'added']];
  return (Object.keys(after) as EditableKey[]).map((key) => [
    partOfField[key],
    valueText(before[key]),
    valueText(after[key]),
    key,
  ]);
}

const actionOf = (what: LineChange['what']): string =>
  what === 'added' ? 'create' : what === 'confirmed' ? 'confirm' : 'update';

/**
 * The history of a line as HSDS metadata, oldest first. `updated_by` is the team's name, never a person's; who keeps the
 * line is nobody's business.
 */
export function metadataOf(
  history: readonly LineChange[],
  teamName: (id: OrganisationId | null) => string,
): HsdsRecord[] {
  return [...history]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .flatMap((change) =>
      saidBy(change).map(([field, was, became, key]) => ({
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

/** The metadata that came with a record, and ours after it; what is there already is not told twice. */
export function joinedMetadata(came: HsdsRecord, ours: readonly HsdsRecord[]): readonly HsdsRecord[] {
  const known = listOf(came, 'metadata');
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...ours.filter(({ id }) => !ids.has(id))];
}
