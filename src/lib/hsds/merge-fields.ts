import { sameValue, type HsdsRecord } from './record.js';

/**
 * Whose a difference is, seen from what was last imported: the file's (`file`), ours (`here`), or both changed it to
 * something else (`both`).
 */
export type Side = 'file' | 'here' | 'both';

export interface FieldDifference<Key extends string = string> {
  readonly key: Key;
  readonly here: unknown;
  readonly file: unknown;
  readonly side: Side;
}

/** What wins where something was changed here since the last import: what is here, or what the file says. */
export type Preference = 'here' | 'file';

/**
 * The fields in which the file differs from here. `base` is what the last import brought; without one, `newer` says
 * whether the line was changed here after the file was made.
 */
export function differencesWith<Fields extends object, Key extends keyof Fields & string>(
  keys: readonly Key[],
  here: Fields,
  file: Fields,
  base: Fields | null,
  newer: boolean,
): FieldDifference<Key>[] {
  const sideOf = (key: Key): Side => {
    if (base === null) return newer ? 'both' : 'file';
    if (sameValue(base[key], here[key])) return 'file';
    return sameValue(base[key], file[key]) ? 'here' : 'both';
  };
  return keys
    .filter((key) => !sameValue(here[key], file[key]))
    .map((key) => ({ key, here: here[key], file: file[key], side: sideOf(key) }));
}

/** Whether the file's value is taken. */
export const takesFile = ({ side }: FieldDifference, preference: Preference): boolean =>
  side === 'file' || preference === 'file';

/** The fields as they become: the file's where it wins, ours elsewhere. */
export function mergedFields<Fields extends object>(
  here: Fields,
  differences: readonly FieldDifference[],
  preference: Preference,
): Fields {
  const taken = differences.filter((one) => takesFile(one, preference));
  return { ...here, ...Object.fromEntries(taken.map(({ key, file }) => [key, file])) };
}

/** The keys in which two records differ, besides those that were told already. */
export function otherDifferences(here: HsdsRecord, file: HsdsRecord, told: readonly string[]): string[] {
  const keys = [...new Set([...Object.keys(here), ...Object.keys(file)])];
  return keys.filter((key) => !told.includes(key) && !sameValue(here[key], file[key])).sort();
}
