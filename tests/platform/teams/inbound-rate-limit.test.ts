import { describe, expect, it } from '@jest/globals';
import { readActivity, type TeamsActivity } from '../../../src/platform/teams/activity-shape.js';
import { InboundRateLimit } from '../../../src/platform/teams/inbound-rate-limit.js';
import { Refused } from '../../../src/platform/teams/refused.js';
import { an, message, tenantId } from './door-bench.js';

const turn = (who: string, thread = '1', channel = '19:kanaal', tenant = tenantId): TeamsActivity =>
  readActivity(
    message({
      from: { ...an, aadObjectId: who },
      conversation: {
        id: `${channel}@thread.tacv2;messageid=${thread}`,
        conversationType: 'channel',
        tenantId: tenant,
      },
      channelData: { tenant: { id: tenant } },
    }),
  );

/** Why a turn is not let in; null when it is. */
const refusal = (limit: InboundRateLimit, activity: TeamsActivity): Promise<Refused | null> =>
  limit.admit(activity).then(
    () => null,
    (reason: unknown) => {
      if (reason instanceof Refused) return reason;
      throw reason;
    },
  );

describe('turns that come in', () => {
  it('given more than allowed by one person, then that person waits for the rest of the minute, wherever', async () => {
    const limit = new InboundRateLimit(3);
    for (const thread of ['1', '2', '3']) expect(await refusal(limit, turn('an', thread))).toBeNull();
    const refused = await refusal(limit, turn('an', '4', '19:elders'));
    expect(refused).toMatchObject({ status: 429, code: 'TooMany' });
    expect(refused!.retryAfterSeconds).toBeGreaterThan(30);
    expect(refused!.retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(await refusal(limit, turn('jan', '4'))).toBeNull();
  });

  it('given five times as many by all in one channel, whatever the thread, then nobody more there; elsewhere, yes', async () => {
    const limit = new InboundRateLimit(1);
    for (const who of ['1', '2', '3', '4', '5']) expect(await refusal(limit, turn(`person ${who}`, who))).toBeNull();
    expect(await refusal(limit, turn('person 6', '6'))).toMatchObject({ status: 429 });
    expect(await refusal(limit, turn('person 7', '1', '19:elders'))).toBeNull();
  });

  it('counts people and conversations of each tenant apart', async () => {
    const limit = new InboundRateLimit(1);
    expect(await refusal(limit, turn('an'))).toBeNull();
    expect(await refusal(limit, turn('an', '1', '19:kanaal', 'another tenant'))).toBeNull();
    expect(await refusal(limit, turn('an'))).toMatchObject({ status: 429 });
  });
});
