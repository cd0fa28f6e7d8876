import { describe, expect, it } from '@jest/globals';
import { DeliveryError } from '../../../src/contracts/connector.js';
import { OwnSendWindows } from '../../../src/platform/send-windows/own.js';
import { OutboundRateLimit, teamsLimits } from '../../../src/platform/teams/outbound-rate-limit.js';

const clock = { now: () => new Date('2026-03-02T12:00:00Z'), sleep: async () => undefined };

/** Of so many sends at the same moment, those that may go now; the longest wait of the others in milliseconds. */
async function atOnce(conversations: readonly string[]): Promise<{ passed: number; longestMs: number }> {
  const gate = new OutboundRateLimit(clock, 0, new OwnSendWindows(clock));
  const results = await Promise.allSettled(conversations.map((one) => gate.passSend('tenant', one)));
  const waits = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(waits.every((one) => one instanceof DeliveryError && one.ending === 'not-sent' && !one.unknown)).toBe(true);
  return {
    passed: results.length - waits.length,
    longestMs: Math.max(0, ...waits.map((one) => (one as DeliveryError).retryAfterMs ?? 0)),
  };
}

it('takes another turn when the first had passed before this process came to read it, but not for ever', async () => {
  const clock = { now: () => new Date(0), sleep: async () => undefined };
  const asked: number[] = [];
  const busy = (lateness: readonly number[]): OutboundRateLimit =>
    new OutboundRateLimit(clock, 2_000, { take: async () => -(lateness[asked.push(1) - 1] ?? 0) });
  await busy([200, 10]).passSend('tenant', 'conversation');
  expect(asked.splice(0)).toHaveLength(2);
  await busy([200, 200, 200, 200]).passSend('tenant', 'conversation');
  expect(asked).toHaveLength(3);
});

describe('what Teams allows a bot', () => {
  /** Written down by hand from the manual of Teams, so that the table is held against something else than itself. */
  it('is seven a second in a conversation, less when it goes on, and fifty a second in a tenant', () => {
    const rates = (some: typeof teamsLimits.perTenant) =>
      some.map(({ points, seconds }) => `${points} in ${seconds} s`);
    expect(rates(teamsLimits.perConversation)).toEqual(['7 in 1 s', '8 in 2 s', '60 in 30 s', '1800 in 3600 s']);
    expect(rates(teamsLimits.perTenant)).toEqual(['50 in 1 s']);
  });

  it('given ten sends to one conversation at once, then seven go and the others hear to wait a second', async () => {
    const { passed, longestMs } = await atOnce(Array<string>(10).fill('19:a'));
    expect(passed).toBe(7);
    expect(longestMs).toBeGreaterThan(0);
    expect(longestMs).toBeLessThanOrEqual(1_100);
  });

  it('given a send to each of sixty conversations at once, then fifty go', async () => {
    const { passed, longestMs } = await atOnce(Array.from({ length: 60 }, (_, n) => `19:${n}`));
    expect(passed).toBe(50);
    expect(longestMs).toBeLessThanOrEqual(1_100);
  });

  it('given a process that was too busy to send at its turn, then it takes another one', async () => {
    let now = new Date('2026-03-02T12:00:00Z').getTime();
    const slept: number[] = [];
    const busy = {
      now: () => new Date(now),
      sleep: async (ms: number) => {
        slept.push(ms);
        now += ms + (slept.length === 1 ? 500 : 0);
      },
    };
    const turns: number[] = [];
    const windows = { take: async () => (turns.push(now) === 1 ? 100 : 20) };
    await new OutboundRateLimit(busy, 2_000, windows).passSend('tenant', '19:a');
    expect(slept).toEqual([100, 20]);
    expect(turns).toHaveLength(2);
  });
});
