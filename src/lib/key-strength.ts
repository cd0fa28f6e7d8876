/** Of 32 bytes made by chance about 30 are different; fewer than half is no chance. */
const fewest = 16;

/** Whether a key was not made by chance, as far as can be seen: bytes that repeat, or stand in a row. */
export function isWeakKey(key: Uint8Array): boolean {
  if (new Set(key).size < fewest) return true;
  const steps = new Set(Array.from(key.subarray(1), (byte, at) => (byte - (key[at] ?? 0) + 256) % 256));
  return steps.size === 1;
}

/** Whether two keys are the same. */
export const isSameKey = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
