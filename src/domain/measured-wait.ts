/** What happened at a service: of those who got a place there last, within how many weeks half of them had it. */
export interface MeasuredWait {
  /** How many of them stand behind it: five at least, twelve at most. */
  readonly of: number;
  /** Whole weeks, rounded up; 1 for within the first week. */
  readonly weeks: number;
}

/** So many of the last ones are looked at, and so many are needed to tell anything: fewer would tell about one pupil. */
export const lastPlaces = 12;
const fewest = 5;

/** Within how many weeks half of them had a place; `days` from registration to place, of the last ones. Null: too few to tell. */
export function measuredWait(days: readonly number[]): MeasuredWait | null {
  const half = days.toSorted((one, other) => one - other)[Math.ceil(days.length / 2) - 1];
  if (half === undefined || days.length < fewest) return null;
  return { of: days.length, weeks: Math.max(1, Math.ceil(half / 7)) };
}
