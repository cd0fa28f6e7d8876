import type { Rate } from '../../../src/platform/send-windows/slots.js';

/** The moments at which something came, by key, as long as a window reaches them. */
export type Windows = Map<string, number[]>;

/** Whether one more fits in every window that ends now; noted also when it does not, as Teams counts what it refuses. */
export function fits(windows: Windows, key: string, rates: readonly Rate[], now: number): boolean {
  const moments = windows.get(key) ?? [];
  windows.set(key, moments);
  const longest = Math.max(0, ...rates.map(({ seconds }) => seconds * 1000));
  while (moments[0] !== undefined && moments[0] <= now - longest) moments.shift();
  moments.push(now);
  return rates.every(({ points, seconds }) => {
    const beyond = moments.at(-1 - points);
    return beyond === undefined || beyond <= now - seconds * 1000;
  });
}
