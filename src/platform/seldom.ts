interface Window {
  readonly endsAt: number;
  said: number;
  unsaid: number;
}

/**
 * Keeps what comes very often out of the log: of one kind so many lines in a minute, then none, and with the first of a later minute how
 * many were left out. Nothing of what is left out is kept but its number.
 */
export class Seldom {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly most = 10,
    private readonly everyMs = 60_000,
    private readonly now: () => number = Date.now,
  ) {}

  /** Calls `write` when this kind may be told: with how many of it were left out before. `kind`: one of a few, never an id. */
  tell(kind: string, write: (leftOut: { readonly leftOut?: number }) => void): void {
    const window = this.windowOf(kind);
    if (window.said >= this.most) return void window.unsaid++;
    window.said++;
    const { unsaid } = window;
    window.unsaid = 0;
    write(unsaid === 0 ? {} : { leftOut: unsaid });
  }

  private windowOf(kind: string): Window {
    const present = this.windows.get(kind);
    if (present !== undefined && present.endsAt > this.now()) return present;
    const next = { endsAt: this.now() + this.everyMs, said: 0, unsaid: present?.unsaid ?? 0 };
    this.windows.set(kind, next);
    return next;
  }
}
