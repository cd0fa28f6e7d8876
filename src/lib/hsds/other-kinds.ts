import { isRecord } from './record.js';

/** Records of HSDS that stand in files of their own and are no services; each has its word in texts (`line-import.kinds`). */
export const otherKinds = [
  'service-at-location',
  'location',
  'taxonomy-term',
  'taxonomy',
  'attribute',
  'phone',
  'contact',
  'schedule',
  'address',
] as const;
export type OtherKind = (typeof otherKinds)[number];

/** What a record of each kind has and a service has not, the clearest first: all of the first, one of the others. */
const marks: Readonly<Record<OtherKind, readonly [all: readonly string[], one: readonly string[]]>> = {
  'service-at-location': [[], ['location_id', 'location']],
  location: [[], ['latitude', 'longitude', 'location_type', 'addresses', 'transportation', 'accessibility']],
  'taxonomy-term': [[], ['taxonomy_id', 'taxonomy_detail', 'term_uri', 'parent_id', 'code']],
  taxonomy: [['name', 'description'], ['version']],
  attribute: [[], ['taxonomy_term_id', 'link_id', 'link_entity']],
  phone: [['number'], ['number']],
  contact: [['name'], ['title', 'department']],
  schedule: [[], ['opens_at', 'closes_at', 'freq', 'byday', 'dtstart']],
  address: [[], ['address_1', 'postal_code', 'city']],
};

/** Which other record of HSDS it is, as far as its fields say so; null: it may be a service (with `status`, or none of these). */
export function otherKindOf(value: unknown): OtherKind | null {
  if (!isRecord(value) || value['status'] !== undefined) return null;
  const has = (key: string): boolean => value[key] !== undefined;
  return otherKinds.find((kind) => marks[kind][0].every(has) && marks[kind][1].some(has)) ?? null;
}
