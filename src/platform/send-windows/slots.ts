/** So many in so many seconds. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/** When one key was used lately: moments in milliseconds, in order, and how often in each minute of the last hour or so. */
export interface Used {
  readonly moments: readonly number[];
  readonly minutes: readonly (readonly [minute: number, count: number])[];
}

export const neverUsed: Used = { moments: [], minutes: [] };

/** One key that a send uses up, and what it allows. */
export interface Turnstile {
  readonly key: string;
  readonly rates: readonly Rate[];
}

const minute = 60_000;
/** Up to so long every moment is remembered; of longer windows the minutes are counted. */
const longestExactSeconds = 60;
/** Two sends may arrive closer together than they left: a window is kept somewhat wider, so that it holds where Teams counts. */
const widthOf = ({ seconds }: Rate): number => seconds * 1000 + Math.min(250, seconds * 80);

const isExact = ({ seconds }: Rate): boolean => seconds <= longestExactSeconds;

/** How many moments, which are in order, lie at or before this one. */
function upTo(moments: readonly number[], at: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The first moment from `from` on that fits in an exact window, between those that are taken already, also later ones. Where one
 * more would be one too many in some window around it, it moves to where that window ends.
 */
function nextExact({ moments }: Used, rate: Rate, from: number): number {
  const width = widthOf(rate);
  const { points } = rate;
  for (let at = from; ;) {
    const own = upTo(moments, at);
    const withOwn = (index: number): number | undefined =>
      index === own ? at : moments[index < own ? index : index - 1];
    const full = Array.from({ length: points + 1 }, (_, back) => own - points + back).find((first) => {
      const [begin, end] = [withOwn(first), withOwn(first + points)];
      return begin !== undefined && end !== undefined && end - begin < width;
    });
    if (full === undefined) return at;
    at = full === own ? (moments[own] ?? at) : (moments[full] ?? at) + width;
  }
}

/** The first moment from `at` on that fits in a window of minutes; the minute in which it begins counts whole. */
function nextByMinutes({ minutes }: Used, { points, seconds }: Rate, at: number): number {
  const whole = Math.ceil((seconds * 1000) / minute);
  const now = Math.floor(at / minute);
  const inside = minutes.filter(([one]) => one >= now - whole);
  let left = inside.reduce((sum, [, count]) => sum + count, 0) - points;
  if (left < 0) return at;
  for (const [one, count] of inside) {
    left -= count;
    if (left < 0) return (one + whole + 1) * minute;
  }
  return (now + whole + 1) * minute;
}

const next = (used: Used, rate: Rate, at: number): number =>
  isExact(rate) ? nextExact(used, rate, at) : nextByMinutes(used, rate, at);

/** The first moment from `now` on, in milliseconds, at which a send breaks no rate of any of its turnstiles. Pure. */
export function firstSlot(turnstiles: readonly (Turnstile & { readonly used: Used })[], now: number): number {
  for (let at = now; ;) {
    const later = Math.max(at, ...turnstiles.flatMap(({ used, rates }) => rates.map((rate) => next(used, rate, at))));
    if (later === at) return at;
    at = later;
  }
}

/** What was used, with one more; what no window reaches any more from `now` on is forgotten. Pure. */
export function withUse({ moments, minutes }: Used, rates: readonly Rate[], at: number, now: number): Used {
  const exact = rates.filter(isExact).map(widthOf);
  const since = now - Math.max(0, ...exact);
  const own = Math.floor(at / minute);
  const counted = minutes.find(([one]) => one === own)?.[1] ?? 0;
  const reach = Math.max(0, ...rates.filter((rate) => !isExact(rate)).map(({ seconds }) => seconds * 1000));
  const from = Math.floor((now - reach) / minute) - 1;
  return {
    moments: [...moments.filter((one) => one > since), at].sort((one, other) => one - other),
    minutes: rates.every(isExact)
      ? []
      : [...minutes.filter(([one]) => one >= from && one !== own), [own, counted + 1] as const].sort(
          ([one], [other]) => one - other,
        ),
  };
}
