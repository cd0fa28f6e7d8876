/** The one that is there; null when there is none, or more than one. */
export function onlyOne<T>(list: readonly T[]): T | null {
  const [first, ...others] = list;
  return first !== undefined && others.length === 0 ? first : null;
}
