/** A record of an HSDS document: what JSON calls an object. */
export type HsdsRecord = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is HsdsRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text under a key; null when there is none, or only white space. */
export function textOf(record: HsdsRecord, key: string): string | null {
  const value = record[key];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export const numberOf = (record: HsdsRecord, key: string): number | null => {
  const value = record[key];
  return typeof value === 'number' ? value : null;
};

/** The records in the list under a key; empty when there is no list. */
export const listOf = (record: HsdsRecord, key: string): readonly HsdsRecord[] => {
  const value = record[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
};

export const recordOf = (record: HsdsRecord, key: string): HsdsRecord | null => {
  const value = record[key];
  return isRecord(value) ? value : null;
};

/** The record without some of its keys. */
export const without = (record: HsdsRecord, ...keys: readonly string[]): HsdsRecord =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** The record with another value under a key, in the place it had; null takes the key away. */
export const withValue = (record: HsdsRecord, key: string, value: unknown): HsdsRecord =>
  value === null ? without(record, key) : { ...record, [key]: value };

/** As {@link withValue}, for a list: an empty list takes the key away. */
export const withList = (record: HsdsRecord, key: string, list: readonly unknown[]): HsdsRecord =>
  withValue(record, key, list.length === 0 ? null : list);

/**
 * The value without what is null in it: HSDS has no null, publishers write it for "no value". Nulls that stand in a list
 * stay, because taking them out would move their neighbours.
 */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}

/** Whether two JSON values say the same; the order of keys does not matter. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other) || (one === 0 && other === 0)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => sameValue(value, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
  );
}
