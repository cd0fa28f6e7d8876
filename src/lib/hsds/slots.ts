import { isRecord, listOf, textOf, withList, withValue, type HsdsRecord } from './record.js';

/**
 * Where in a service something may stand: keys from the service inward, a list being every record in it. The last one is
 * the key of the text itself: `['contacts', 'phones', 'number']` is the number of any phone of any contact.
 */
export type Way = readonly string[];

/** The first text found along the ways, in their order; null when there is none. */
export function findText(record: HsdsRecord, ways: readonly Way[]): string | null {
  for (const way of ways) {
    const found = textAlong(record, way);
    if (found !== null) return found;
  }
  return null;
}

function textAlong(record: HsdsRecord, [key = '', ...further]: Way): string | null {
  if (further.length === 0) return textOf(record, key);
  for (const inner of innerOf(record, key)) {
    const found = textAlong(inner, further);
    if (found !== null) return found;
  }
  return null;
}

const innerOf = (record: HsdsRecord, key: string): readonly HsdsRecord[] => {
  const value = record[key];
  return isRecord(value) ? [value] : listOf(record, key);
};

/**
 * Puts another text where {@link findText} finds one; null when it finds none. The new text null takes what holds it
 * away: the key in a record, or the whole record when `whole` (a phone without number says nothing).
 */
export function replaceText(
  record: HsdsRecord,
  ways: readonly Way[],
  text: string | null,
  whole = false,
): HsdsRecord | null {
  const way = ways.find((one) => textAlong(record, one) !== null);
  return way === undefined ? null : replaceAlong(record, way, text, whole);
}

function replaceAlong(
  record: HsdsRecord,
  [key = '', ...further]: Way,
  text: string | null,
  whole: boolean,
): HsdsRecord {
  if (further.length === 0) return withValue(record, key, text);
  const value = record[key];
  if (isRecord(value)) return withValue(record, key, replaceAlong(value, further, text, whole));
  const list = value as readonly unknown[];
  const at = list.findIndex((one) => isRecord(one) && textAlong(one, further) !== null);
  const takenOut = text === null && whole && further.length === 1;
  const next = takenOut ? [] : [replaceAlong(list[at] as HsdsRecord, further, text, whole)];
  return withList(record, key, [...list.slice(0, at), ...next, ...list.slice(at + 1)]);
}
