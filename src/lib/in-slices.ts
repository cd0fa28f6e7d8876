/** Work on many things that lets others go in between. So many are made at once: each takes a millisecond or so. */
const atOnce = 20;

/** Makes each into something else, a few at a time: whoever presses meanwhile is answered first. */
export async function inSlices<T, R>(all: readonly T[], make: (one: T) => R): Promise<R[]> {
  const made: R[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve));
    made.push(...all.slice(from, from + atOnce).map(make));
  }
  return made;
}
