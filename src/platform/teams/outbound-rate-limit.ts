import { setTimeout as pause } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DeliveryError } from '../../contracts/connector.js';

export interface Clock {
  now(): Date;
  sleep(ms: number): Promise<void>;
}

/** The clock on the wall. */
export const realClock: Clock = { now: () => new Date(), sleep: (ms) => pause(ms) };

/** So many in so many seconds. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

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

/** Keeps the bot within Teams' limits: a short wait is waited, a long one goes back to the queue. */
export class OutboundRateLimit {
  private readonly conversations: RateLimiterMemory[];
  private readonly tenants: RateLimiterMemory[];

  constructor(
    private readonly clock: Clock,
    private readonly longestWaitMs: number,
    limits: SendLimits = teamsLimits,
  ) {
    this.conversations = limits.perConversation.map(limiter);
    this.tenants = limits.perTenant.map(limiter);
  }

  /** Before a post or an edit. Throws DeliveryError `again` with the time to wait. */
  async passSend(tenantId: string, conversationId: string): Promise<void> {
    const mine = this.conversations.map((rate) => ({ rate, key: `${tenantId}/${conversationId}` }));
    await this.pass([...mine, ...this.tenantTurns(tenantId)]);
  }

  /** Before reading something. Throws DeliveryError `again` with the time to wait. */
  async passRead(tenantId: string): Promise<void> {
    await this.pass(this.tenantTurns(tenantId));
  }

  private tenantTurns(tenantId: string): WindowTurns[] {
    return this.tenants.map((rate) => ({ rate, key: tenantId }));
  }

  private async pass(turnstiles: readonly WindowTurns[]): Promise<void> {
    let waited = 0;
    for (const { rate, key } of turnstiles) {
      for (let wait = await take(rate, key); wait > 0; wait = await take(rate, key)) {
        waited += wait;
        if (waited > this.longestWaitMs) throw new DeliveryError('again', null, wait, false);
        await this.clock.sleep(wait);
      }
    }
  }
}

interface WindowTurns {
  readonly rate: RateLimiterMemory;
  readonly key: string;
}

function limiter({ points, seconds }: Rate): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: seconds });
}

/** Gives 0 when there was room, else the milliseconds until there is. */
async function take(rate: RateLimiterMemory, key: string): Promise<number> {
  try {
    await rate.consume(key);
    return 0;
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result;
    return Math.max(1, result.msBeforeNext);
  }
}
