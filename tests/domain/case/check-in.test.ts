import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextCheckIn } from '../../../src/domain/case/check-in.js';
import { clocksOf, nextStepOf } from '../../../src/domain/case/clocks.js';
import { decide, isDenied, type CaseCommand } from '../../../src/domain/case/decide/index.js';
import type { CaseEvent } from '../../../src/domain/case/events.js';
import { fold } from '../../../src/domain/case/evolve.js';
import { deskReasonsOf, postsOf } from '../../../src/domain/case/posts.js';
import type { Referral, Side } from '../../../src/domain/case/referral.js';
import { isWaiting } from '../../../src/domain/case/states.js';
import { inOrder } from '../../../src/domain/case/waitlist.js';
import { calendar, ids, referralIn, registeredAt, settings, standing } from '../../support/case.js';

const person = { clb: ids.referrer, provider: ids.worker, desk: ids.coordinator, clock: null } as const;

function events(referral: Referral, command: CaseCommand, side: Side, now: Date): readonly CaseEvent[] {
  const decided = decide(standing(referral), command, {
    now,
    calendar,
    settings,
    actor: { sides: [side], isAuthor: side === 'clb' },
    by: { personId: person[side] as never, organisationId: null },
  });
  return isDenied(decided) ? [] : decided;
}

const does = (referral: Referral, command: CaseCommand, side: Side, now: Date): Referral =>
  fold(referral, events(referral, command, side, now));

const ask = { act: 'check-in', along: false } as const;
const waits = referralIn('waitlisted');
const next = (referral: Referral) => nextCheckIn(referral, calendar, settings)!;
/** What the program does by itself, so many times. */
const alone = (referral: Referral, times: number): Referral =>
  Array.from({ length: times }).reduce<Referral>((one) => does(one, ask, 'clock', next(one).at), referral);

describe('a place on a waiting list', () => {
  test('given four weeks without a word, then the CLB is asked, and not before', () => {
    expect(next(waits)).toEqual({ what: 'ask', at: new Date('2027-02-11T08:00:00Z') });
    expect(events(waits, ask, 'clock', new Date('2027-02-10T12:00:00Z'))).toEqual([]);
    expect(nextStepOf(waits, calendar)?.owner).toBe('provider');
    const asked = does(waits, ask, 'clock', next(waits).at);
    expect(asked.listCheck?.asked).toMatchObject({ on: '2027-02-11', reminded: null });
    expect(nextStepOf(asked, calendar)?.owner).toBe('clb');
    expect(postsOf(asked).map(({ key }) => key)).toContain(`check-in:${ids.referrer}:2027-02-11`);
  });

  test('given no answer, then one reminder, then the desk, then the next question; it never leaves the list', () => {
    const asked = alone(waits, 1);
    const reminded = alone(asked, 1);
    expect(postsOf(reminded).map(({ key }) => key)).toContain(`check-in:${ids.referrer}:2027-02-11:again`);
    const atDesk = alone(reminded, 1);
    expect([deskReasonsOf(reminded), deskReasonsOf(atDesk)]).toEqual([[], ['unconfirmed']]);
    expect(nextStepOf(atDesk, calendar)?.owner).toBe('desk');
    const again = alone(atDesk, 1);
    expect(again.listCheck?.asked).toMatchObject({ on: '2027-03-11', reminded: null });
    expect([again.state, deskReasonsOf(again)]).toEqual(['waitlisted', []]);
  });

  test('given it is still needed, then nothing is asked for four weeks', () => {
    const asked = alone(waits, 1);
    const at = new Date('2027-02-12T10:00:00Z');
    const confirmed = does(asked, { act: 'confirm-waiting' }, 'clb', at);
    expect(confirmed.listCheck).toEqual({ asked: null, confirmedAt: at, leftAt: null });
    expect(next(confirmed)).toEqual({ what: 'ask', at: new Date('2027-03-12T08:00:00Z') });
    expect(events(confirmed, { act: 'confirm-waiting' }, 'clb', at)).toEqual([]);
  });

  test('given the rest of the list is asked, then along with it, but not what was known less than a week ago', () => {
    const along = { act: 'check-in', along: true } as const;
    expect(events(waits, along, 'clock', new Date('2027-01-20T09:00:00Z'))).toEqual([]);
    const asked = does(waits, along, 'clock', new Date('2027-01-21T09:00:00Z'));
    expect(asked.listCheck?.asked?.on).toBe('2027-01-21');
    expect(events(asked, along, 'clock', new Date('2027-01-22T09:00:00Z'))).toEqual([]);
  });

  test('given it was taken off the list, then for two weeks it comes back with its place, and not later', () => {
    const at = new Date('2027-02-12T10:00:00Z');
    const gone = does(waits, { act: 'withdraw', reason: 'solved' }, 'clb', at);
    const back = does(gone, { act: 'return-to-list' }, 'clb', new Date('2027-02-26T09:00:00Z'));
    expect(back).toMatchObject({ state: 'waitlisted', firstRegisteredAt: waits.firstRegisteredAt, listCheck: null });
    expect(events(gone, { act: 'return-to-list' }, 'clb', new Date('2027-02-26T11:00:00Z'))).toEqual([]);
    const [clock] = clocksOf(gone, calendar, settings);
    expect(clock).toMatchObject({ job: 'check-in-referral', at: new Date('2027-02-26T10:00:01Z') });
    expect(clocksOf(does(gone, ask, 'clock', clock!.at), calendar, settings)).toEqual([]);
  });

  test('given it was withdrawn before it was on a list, then it does not come on one', () => {
    const gone = does(referralIn('contacted'), { act: 'withdraw', reason: 'solved' }, 'clb', registeredAt);
    expect(events(gone, { act: 'return-to-list' }, 'clb', registeredAt)).toEqual([]);
  });
});

/** What people may answer, and how long nothing happens before it. */
const life = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 60 }),
    who: fc.nat(4),
    does: fc.constantFrom<CaseCommand>(
      ask,
      { act: 'check-in', along: true },
      { act: 'confirm-waiting' },
      { act: 'withdraw', reason: 'solved' },
      { act: 'return-to-list' },
      { act: 'move-start', to: '2027-06-01' },
    ),
  }),
  { maxLength: 25 },
);

/** Five who wait, each registered on another day. */
const five = Array.from({ length: 5 }, (_one, index) => {
  const day = new Date(registeredAt.getTime() - index * 86_400_000);
  return referralIn('waitlisted', {
    id: `11111111-0000-4000-8000-00000000001${index}` as never,
    reference: `2027-001${index}`,
    firstRegisteredAt: day,
    registeredAt: day,
  }) as Referral;
});

test('whatever is asked and answered: the order is that of the first registration, and only a person takes somebody off', () => {
  fc.assert(
    fc.property(life, (steps) => {
      let now = registeredAt;
      let list: readonly Referral[] = five;
      const off = new Set<string>();
      for (const { days, who, does: command } of steps) {
        now = new Date(now.getTime() + days * 86_400_000);
        const side = command.act === 'check-in' ? 'clock' : command.act === 'move-start' ? 'provider' : 'clb';
        const before = list[who]!;
        const after = does(before, command, side, now);
        list = list.map((one, index) => (index === who ? after : one));
        if (command.act === 'withdraw' && after.state === 'withdrawn') off.add(after.id);
        if (isWaiting(after.state)) off.delete(after.id);
        expect(
          list
            .filter(({ state }) => !isWaiting(state))
            .map(({ id }) => id)
            .sort(),
        ).toEqual([...off].sort());
        const waiting = list.filter(({ state }) => isWaiting(state));
        const byRule = [...five].reverse().filter(({ id }) => !off.has(id));
        expect(inOrder(waiting).map(({ id }) => id)).toEqual(byRule.map(({ id }) => id));
        for (const one of waiting) expect(nextStepOf(one, calendar)?.by).toBeInstanceOf(Date);
      }
    }),
    { numRuns: 200 },
  );
});
