import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firstSlot, neverUsed, withUse, type Rate, type Used } from '../../../src/platform/send-windows/slots.js';
import { teamsLimits } from '../../../src/platform/teams/outbound-rate-limit.js';

const noon = Date.parse('2026-03-02T12:00:00Z');

/** Sends, each as soon as it may; gives when each left, by key. */
class Sending {
  readonly left = new Map<string, number[]>();
  private readonly used = new Map<string, Used>();

  send(conversation: string, now: number): number {
    const keys = [
      { key: conversation, rates: teamsLimits.perConversation },
      { key: 'tenant', rates: teamsLimits.perTenant },
    ];
    const known = keys.map((one) => ({ ...one, used: this.used.get(one.key) ?? neverUsed }));
    const at = firstSlot(known, now);
    for (const { key, rates, used } of known) {
      this.used.set(key, withUse(used, rates, at, now));
      this.left.set(key, [...(this.left.get(key) ?? []), at]);
    }
    return at;
  }

  get remembered(): number {
    return Math.max(...[...this.used.values()].map(({ moments, minutes }) => moments.length + minutes.length));
  }
}

/** The most that left in any window of so long, wherever it begins. */
function mostIn(moments: readonly number[], { seconds }: Rate): number {
  const sorted = [...moments].sort((one, other) => one - other);
  return Math.max(
    0,
    ...sorted.map((from) => sorted.filter((one) => one >= from && one < from + seconds * 1000).length),
  );
}

const ratesOf = (key: string): readonly Rate[] =>
  key === 'tenant' ? teamsLimits.perTenant : teamsLimits.perConversation;

function expectWithin({ left }: Sending): void {
  for (const [key, moments] of left)
    for (const rate of ratesOf(key)) expect(mostIn(moments, rate)).toBeLessThanOrEqual(rate.points);
}

test('whatever is sent when, no window of any conversation or tenant ever holds more than Teams allows', () => {
  const sends = fc.array(
    fc.record({ to: fc.integer({ min: 1, max: 12 }), after: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(2_000)) }),
    { minLength: 60, maxLength: 220 },
  );
  fc.assert(
    fc.property(sends, (all) => {
      const sending = new Sending();
      let now = noon;
      for (const { to, after } of all) expect(sending.send(`19:${to}`, (now += after))).toBeGreaterThanOrEqual(now);
      expectWithin(sending);
    }),
    { numRuns: 40 },
  );
});

test('a thousand messages to two hundred threads leave at nine tenths of the rate or more', () => {
  const sending = new Sending();
  const last = Math.max(...Array.from({ length: 1000 }, (_, n) => sending.send(`19:${n % 200}`, noon)));
  expectWithin(sending);
  expect(1000 / ((last - noon) / 1000)).toBeGreaterThanOrEqual(45);
});

describe('one conversation that is never quiet', () => {
  const sending = new Sending();
  let now = noon;
  const sent = Array.from({ length: 2000 }, () => (now = sending.send('19:busy', now)));

  test('gets 1800 in an hour and no more, in whichever minute the hour begins', () => {
    expectWithin(sending);
    expect(sent.filter((at) => at < noon + 3_600_000).length).toBeGreaterThanOrEqual(1740);
  });

  test('is remembered by so much as a window needs, not for ever', () => {
    expect(sending.remembered).toBeLessThanOrEqual(130);
  });
});
