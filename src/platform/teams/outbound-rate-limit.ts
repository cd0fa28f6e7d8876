import { setTimeout as pause } from 'node:timers/promises';
import { DeliveryError } from '../../contracts/connector.js';
import type { Rate, Turnstile } from '../send-windows/slots.js';
import type { SendWindows } from '../send-windows/own.js';

export interface Clock {
  now(): Date;
  sleep(ms: number): Promise<void>;
}

/** The clock on the wall. */
export const realClock: Clock = { now: () => new Date(), sleep: (ms) => pause(ms) };

export interface SendLimits {
  readonly perConversation: readonly Rate[];
  readonly perTenant: readonly Rate[];
}

/** What Teams allows a bot, per conversation (posts and edits together) and per tenant (everything). */
export const teamsLimits: SendLimits = {
  perConversation: [
    { points: 7, seconds: 1 },
    { points: 8, seconds: 2 },
    { points: 60, seconds: 30 },
    { points: 1800, seconds: 3600 },
  ],
  perTenant: [{ points: 50, seconds: 1 }],
};

/** A send that leaves later than its turn by more than this takes another turn: a busy process must not bunch what it was to spread. */
const latenessMs = 40;
const mostTurns = 3;

/** Keeps the bot within Teams' limits: a short wait is waited, a long one goes back to the queue. */
export class OutboundRateLimit {
  constructor(
    private readonly clock: Clock,
    private readonly longestWaitMs: number,
    private readonly windows: SendWindows,
    private readonly limits: SendLimits = teamsLimits,
  ) {}

  /** Before a post or an edit. Throws DeliveryError `not-sent` with the time to wait. */
  async passSend(tenantId: string, conversationId: string): Promise<void> {
    const { perConversation, perTenant } = this.limits;
    await this.pass([
      { key: `conversation:${tenantId}/${conversationId}`, rates: perConversation },
      { key: `tenant:${tenantId}`, rates: perTenant },
    ]);
  }

  /** Before reading something. Throws DeliveryError `not-sent` with the time to wait. */
  async passRead(tenantId: string): Promise<void> {
    await this.pass([{ key: `tenant:${tenantId}`, rates: this.limits.perTenant }]);
  }

  private async pass(all: readonly Turnstile[]): Promise<void> {
    const turnstiles = all.filter(({ rates }) => rates.length > 0);
    if (turnstiles.length === 0) return;
    for (let turn = 1; ; turn++) {
      const wait = await this.windows.take(turnstiles, this.longestWaitMs);
      if (wait > this.longestWaitMs) throw new DeliveryError({ ending: 'not-sent', retryAfterMs: wait });
      const due = this.clock.now().getTime() + wait;
      if (wait > 0) await this.clock.sleep(wait);
      if (turn === mostTurns || this.clock.now().getTime() - due <= latenessMs) return;
    }
  }
}
