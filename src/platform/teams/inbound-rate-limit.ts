import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tenantOf } from './activity-shape.js';
import type { TeamsActivity } from './activity-shape.js';
import { Refused } from './refused.js';
import { rootOf } from './to-turn.js';

const busyConversation = 5;

/** Lets in so many turns a minute per person, and five times as many per conversation. */
export class InboundRateLimit {
  private readonly people: RateLimiterMemory;
  private readonly conversations: RateLimiterMemory;

  constructor(turnsPerMinute: number) {
    this.people = new RateLimiterMemory({ points: turnsPerMinute, duration: 60 });
    this.conversations = new RateLimiterMemory({ points: turnsPerMinute * busyConversation, duration: 60 });
  }

  /** Throws {@link Refused} 429, with the seconds to wait, when there were too many. */
  async admit(activity: TeamsActivity): Promise<void> {
    const tenant = tenantOf(activity);
    await this.take(this.people, `${tenant}/${activity.from.aadObjectId || activity.from.id}`);
    await this.take(this.conversations, `${tenant}/${rootOf(activity.conversation.id)}`);
  }

  private async take(limiter: RateLimiterMemory, key: string): Promise<void> {
    try {
      await limiter.consume(key);
    } catch (result) {
      if (!(result instanceof RateLimiterRes)) throw result;
      throw new Refused(429, 'TooMany', 'Too many turns in a minute.', Math.ceil(result.msBeforeNext / 1000));
    }
  }
}
