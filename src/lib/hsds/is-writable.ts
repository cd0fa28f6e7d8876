const deepest = 40;
const mostValues = 200_000;

/**
 * Whether a value that was read from JSON can be stored and written again as it is: no signs that are no letters (NUL,
 * half of a pair), no number beyond all bounds, not nested absurdly. Walks level by level: deep nesting would break a
 * recursive walk.
 */
export function isWritable(root: unknown): boolean {
  let level: unknown[] = [root];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    seen += level.length;
    if (depth > deepest || seen > mostValues || !level.every(isWritableValue)) return false;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? innerOf(value) : []));
  }
  return true;
}

/** Keys are stored as well. */
const innerOf = (value: object): unknown[] => (Array.isArray(value) ? value : Object.entries(value).flat());

const isWritableValue = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'string' || !/\u0000|\p{Surrogate}/u.test(value);
};
