/** The program's own clock. In local mode it can be moved forward; everything that is due is read with it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock ahead of the system's, for local mode: starts at `startAt` (or now) and only ever moves forward. */
export class MovableClock implements Clock {
  #aheadMs: number;

  /** `aheadMs`: where it stood at the last stop, null when it never moved; it does not go back behind that. */
  constructor(startAt: Date | null, aheadMs: number | null = null) {
    const asked = startAt === null ? 0 : startAt.getTime() - Date.now();
    this.#aheadMs = aheadMs === null ? asked : Math.max(aheadMs, asked);
  }

  /** How far it is ahead of the system's clock, in milliseconds; to be kept over a restart. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  now(): Date {
    return new Date(Date.now() + this.#aheadMs);
  }

  /** Moves the clock forward; a negative number throws, because due moments never come back. */
  forward(milliseconds: number): Date {
    if (!(milliseconds >= 0)) throw new RangeError('the clock only moves forward');
    this.#aheadMs += milliseconds;
    return this.now();
  }
}
