import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acts, referralStates, transitions, type Act, type Side } from '../../src/domain/case/states.js';
import {
  answer,
  canTakeBack,
  step,
  takeBack,
  undoMinutes,
  type Referral,
  type Step,
} from '../../src/domain/case/referral.js';
import { id, monday10, referral } from '../support/given.js';

const minutes = (count: number): Date => new Date(monday10.getTime() + count * 60_000);
const by = { now: monday10, person: id<Referral['referrerId']>(), group: 'one' };
const done = (result: Step): Referral => {
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  return result.referral;
};

describe('an act', () => {
  test('leads to the state of the table, with the facts that come with it', () => {
    const next = done(step(referral({ state: 'registered' }), 'deliver', 'clock', { contactBy: minutes(60) }));
    expect(next).toMatchObject({ state: 'delivered', contactBy: minutes(60) });
  });

  test('that the table does not allow is outdated, also for the wrong side', () => {
    expect(step(referral({ state: 'placed' }), 'contact', 'provider')).toEqual({ refused: 'outdated' });
    expect(step(referral({ state: 'delivered' }), 'contact', 'clb')).toEqual({ refused: 'outdated' });
  });

  test('of the other side ends the undo', () => {
    const proposed = done(answer(referral(), 'propose-waitlist', 'provider', by));
    expect(done(step(proposed, 'keep', 'clb')).undo).toBeNull();
  });
});

describe('an answer', () => {
  test('is remembered with who, when and what it can be taken back to', () => {
    const next = done(answer(referral({ state: 'contacted' }), 'place', 'provider', by));
    expect(next).toMatchObject({
      state: 'placed',
      answeredAt: monday10,
      answeredBy: by.person,
      undo: { state: 'contacted', side: 'provider', group: 'one', until: minutes(undoMinutes).toISOString() },
    });
  });

  test('of full remembers until when the service was full before', () => {
    const next = done(answer(referral(), 'mark-full', 'provider', { ...by, fullUntil: null }));
    expect(next.undo).toHaveProperty('fullUntil', null);
  });

  test('that does not fit the state is refused', () => {
    expect(answer(referral({ state: 'withdrawn' }), 'place', 'provider', by)).toEqual({ refused: 'outdated' });
  });
});

describe('taking back', () => {
  const contacted = done(
    answer(referral(), 'contact', 'provider', by, { contactedAt: monday10, contactedBy: by.person }),
  );

  test('brings the state back and forgets what the answer said', () => {
    const waiting = done(answer(contacted, 'put-on-waitlist', 'provider', by, { expectedStartOn: '2027-02-22' }));
    const back = done(takeBack(waiting, 'provider', minutes(5)));
    expect(back).toMatchObject({ state: 'contacted', expectedStartOn: null, answeredAt: null, undo: null });
    expect(back.contactedBy).toBe(by.person);
  });

  test('of contacted frees the case and starts the clock anew', () => {
    expect(done(takeBack(contacted, 'provider', minutes(5)))).toMatchObject({
      state: 'delivered',
      contactedBy: null,
      contactedAt: null,
    });
  });

  test('of full keeps the start that was proposed before', () => {
    const proposed = { ...done(answer(contacted, 'propose-waitlist', 'provider', by)), expectedStartOn: '2027-02-22' };
    const full = done(answer(proposed, 'mark-full', 'provider', by));
    expect(done(takeBack(full, 'provider', minutes(5)))).toMatchObject({
      state: 'waitlist-proposed',
      expectedStartOn: '2027-02-22',
    });
  });

  test('is possible until fifteen minutes have passed', () => {
    expect(canTakeBack(contacted, minutes(undoMinutes))).toBe(true);
    expect(canTakeBack(contacted, minutes(undoMinutes + 1))).toBe(false);
    expect(takeBack(contacted, 'provider', minutes(undoMinutes + 1))).toEqual({ refused: 'undo-too-late' });
  });

  test('is for who answered, or for the desk', () => {
    const byDesk = done(answer(referral(), 'contact', 'desk', by));
    expect(takeBack(byDesk, 'provider', monday10)).toEqual({ refused: 'undo-too-late' });
    expect(takeBack(contacted, 'clb', monday10)).toEqual({ refused: 'undo-too-late' });
    expect(done(takeBack(contacted, 'desk', monday10)).state).toBe('delivered');
  });

  test('is not possible when nothing was answered', () => {
    expect(takeBack(referral(), 'provider', monday10)).toEqual({ refused: 'undo-too-late' });
    expect(canTakeBack(referral(), monday10)).toBe(false);
  });
});

const sides: readonly Side[] = ['clb', 'provider', 'desk', 'clock'];
const answers: readonly Act[] = [
  'contact',
  'place',
  'propose-waitlist',
  'put-on-waitlist',
  'refuse-match',
  'mark-full',
  'free-place',
];
const moves = fc.array(
  fc.record({ act: fc.constantFrom(...acts), side: fc.constantFrom(...sides), wait: fc.integer({ min: 0, max: 20 }) }),
  { maxLength: 40 },
);

const doAct = (now: Referral, act: Act, side: Side, at: Date): Step =>
  act === 'undo'
    ? takeBack(now, side, at)
    : answers.includes(act)
      ? answer(now, act, side, { ...by, now: at })
      : step(now, act, side);

describe('whatever anybody does in whatever order', () => {
  test('the state is one of the table, reached by a row of the table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...referralStates), moves, (start, list) => {
        let now = referral({ state: start });
        let minute = 0;
        for (const { act, side, wait } of list) {
          minute += wait;
          const result = doAct(now, act, side, minutes(minute));
          if ('refused' in result) continue;
          const { referral: next } = result;
          const row = transitions.find((one) => one.from === now.state && one.act === act && one.to === next.state);
          expect(row?.by).toContain(side);
          now = next;
        }
        expect(referralStates).toContain(now.state);
      }),
    );
  });

  test('an answer comes back only within its time, only as the last thing that happened, and to where it came from', () => {
    fc.assert(
      fc.property(moves, (list) => {
        let now = referral();
        let minute = 0;
        let last: { readonly from: Referral['state']; readonly side: Side; readonly at: number } | null = null;
        for (const { act, side, wait } of list) {
          minute += wait;
          const before = now;
          const result = doAct(now, act, side, minutes(minute));
          if ('refused' in result) continue;
          now = result.referral;
          if (act === 'undo') {
            expect(last).not.toBeNull();
            expect(now.state).toBe(last?.from);
            expect(minute - (last?.at ?? 0)).toBeLessThanOrEqual(undoMinutes);
            expect(side === last?.side || side === 'desk').toBe(true);
          }
          last = answers.includes(act) ? { from: before.state, side, at: minute } : null;
        }
      }),
    );
  });

  test('withdrawn is final', () => {
    fc.assert(
      fc.property(moves, (list) => {
        let now = referral({ state: 'withdrawn' });
        for (const { act, side } of list) {
          const result = doAct(now, act, side, monday10);
          if ('referral' in result) now = result.referral;
        }
        expect(now.state).toBe('withdrawn');
      }),
    );
  });
});
