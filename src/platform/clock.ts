/** The program's own clock. In local mode it can be moved forward; everything that is due is read with it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock ahead of the system's, for local mode: starts at `startAt` (or now) and only ever moves forward. */
export class MovableClock implements Clock {
  #aheadMs: number;

  constructor(startAt: Date | null) {
    this.#aheadMs = startAt === null ? 0 : startAt.getTime() - Date.now();
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
