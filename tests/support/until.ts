/**
 * Waits until `condition` gives something truthy and returns that; looks every 10 ms.
 * Throws with `what` when it has not happened within `withinMs`: the only way tests here wait for time to pass.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  withinMs = 120_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await condition();
    if (value) return value as NonNullable<T>;
    if (Date.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
