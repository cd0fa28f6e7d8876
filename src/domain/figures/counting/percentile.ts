/** So many cases of one value. */
export interface Valued {
  readonly value: number;
  readonly count: number;
}

/** The value at a place in the order, from 0. */
function valueAt(inOrder: readonly Valued[], place: number): number {
  let passed = 0;
  for (const { value, count } of inOrder) {
    passed += count;
    if (place < passed) return value;
  }
  return 0;
}

/** The value within which a part of all cases lies, between the two nearest; rounded. */
export function percentile(all: readonly Valued[], part: number): number {
  const inOrder = all.toSorted((one, other) => one.value - other.value);
  const at = part * (all.reduce((cases, { count }) => cases + count, 0) - 1);
  const low = valueAt(inOrder, Math.floor(at));
  return Math.round(low + (valueAt(inOrder, Math.ceil(at)) - low) * (at - Math.floor(at)));
}
