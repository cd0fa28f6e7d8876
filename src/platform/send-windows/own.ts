import { firstSlot, neverUsed, withUse, type Turnstile, type Used } from './slots.js';

/** Where all processes that send for this bot note when they do. */
export interface SendWindows {
  /**
   * Takes the first turn at which all turnstiles are open, when it is at most so many milliseconds away; gives how long it is
   * away from now: less than nothing when it has passed while the answer came. One that is further away is not taken.
   */
  take(turnstiles: readonly Turnstile[], longestWaitMs: number): Promise<number>;
}

/** For a process that is the only one: kept in memory. */
export class OwnSendWindows implements SendWindows {
  private readonly used = new Map<string, Used>();
  private takenSinceSweep = 0;

  constructor(private readonly clock: { now(): Date }) {}

  async take(turnstiles: readonly Turnstile[], longestWaitMs: number): Promise<number> {
    const now = this.clock.now().getTime();
    const at = firstSlot(
      turnstiles.map((one) => ({ ...one, used: this.used.get(one.key) ?? neverUsed })),
      now,
    );
    if (at - now > longestWaitMs) return at - now;
    for (const { key, rates } of turnstiles)
      this.used.set(key, withUse(this.used.get(key) ?? neverUsed, rates, at, now));
    if (++this.takenSinceSweep >= 1000) this.sweep(now);
    return at - now;
  }

  /** Conversations in which nothing was sent for two hours are forgotten. */
  private sweep(now: number): void {
    this.takenSinceSweep = 0;
    for (const [key, { moments }] of this.used) if ((moments.at(-1) ?? 0) < now - 2 * 3_600_000) this.used.delete(key);
  }
}
