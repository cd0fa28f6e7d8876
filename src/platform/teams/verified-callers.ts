import { createHash } from 'node:crypto';

/** What a token was checked together with: it counts for one service url and one channel. */
export interface CheckedWith {
  readonly serviceUrl: string | undefined;
  readonly channelId: string | undefined;
}

interface Known<T> {
  readonly caller: T;
  readonly until: number;
}

/** A key that Teams withdraws is not believed longer than this. */
const longestMs = 10 * 60_000;

/**
 * Callers whose token was verified a moment ago: Teams sends the same token with every activity for an hour. Kept by the digest of the
 * token, never the token itself; never longer than it is valid, at most ten minutes, and so many. In memory of one process.
 */
export class VerifiedCallers<T> {
  private readonly known = new Map<string, Known<T>>();

  constructor(
    private readonly now: () => number = Date.now,
    private readonly most = 500,
  ) {}

  /** Who this token was verified to be, together with exactly this service url and channel; null: not known. */
  find(token: string, checked: CheckedWith): T | null {
    const key = keyOf(token, checked);
    const found = this.known.get(key);
    if (found === undefined) return null;
    if (found.until > this.now()) return found.caller;
    this.known.delete(key);
    return null;
  }

  /** `expiresAt`: in seconds, as the token says it. */
  keep(token: string, checked: CheckedWith, expiresAt: number, caller: T): void {
    const until = Math.min(expiresAt * 1000, this.now() + longestMs);
    if (until <= this.now()) return;
    // The oldest goes first: a flood of tokens costs memory for so many and no more.
    for (const key of this.known.keys()) {
      if (this.known.size < this.most) break;
      this.known.delete(key);
    }
    this.known.set(keyOf(token, checked), { caller, until });
  }
}

const keyOf = (token: string, { serviceUrl, channelId }: CheckedWith): string =>
  createHash('sha256')
    .update(JSON.stringify([token, serviceUrl, channelId]))
    .digest('base64');
