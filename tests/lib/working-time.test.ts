import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingTime, isOpen, nextOpening, type Opening } from '../../src/lib/working-time.js';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const openings: Opening[] = [
  { from: at('09:00'), to: at('12:00') },
  { from: at('13:00'), to: at('16:00') },
];

describe('isOpen', () => {
  it.each([
    ['08:59', false],
    ['09:00', true],
    ['11:59', true],
    ['12:00', false],
    ['13:00', true],
    ['16:00', false],
  ])('at %s: %s', (time, open) => expect(isOpen(at(time), openings)).toBe(open));
});

describe('nextOpening', () => {
  it.each([
    ['08:00', '09:00'],
    ['10:30', '10:30'],
    ['12:00', '13:00'],
  ])('after %s is %s', (time, next) => expect(nextOpening(at(time), openings)).toEqual(at(next)));

  it('is not there when all openings are past', () => expect(nextOpening(at('16:00'), openings)).toBeUndefined());
});

describe('addWorkingTime (R9)', () => {
  it.each([
    ['09:00', 60, '10:00'],
    ['07:00', 60, '10:00'],
    ['11:30', 60, '13:30'],
    ['12:15', 60, '14:00'],
    ['09:00', 180, '12:00'],
    ['09:00', 360, '16:00'],
    ['08:00', 0, '09:00'],
    ['10:00', 0, '10:00'],
    ['12:00', 0, '12:00'],
    ['12:01', 0, '13:00'],
  ])('%s + %i minutes is %s', (from, minutes, to) =>
    expect(addWorkingTime(at(from), minutes, openings)).toEqual(at(to)),
  );

  it('is not there when the openings do not last that long', () => {
    expect(addWorkingTime(at('09:00'), 361, openings)).toBeUndefined();
    expect(addWorkingTime(at('09:00'), 0, [])).toBeUndefined();
  });

  it.each([-1, NaN])('refuses %d minutes', (minutes) => {
    expect(() => addWorkingTime(at('09:00'), minutes, openings)).toThrow(RangeError);
  });
});

describe('working time, whatever the openings', () => {
  const minute = 60_000;
  const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 600 })), {
    minLength: 40,
    maxLength: 60,
  });
  /** In order, sometimes joined without a gap; then open for good, so that every term ends. */
  const anyOpenings = gaps.map((pairs) => {
    let clock = at('00:00').getTime();
    const made = pairs.map(([gap, length]) => {
      const from = clock + gap * minute;
      clock = from + length * minute;
      return { from: new Date(from), to: new Date(clock) };
    });
    return [...made, { from: new Date(clock + minute), to: new Date(clock + 1e6 * minute) }];
  });
  const start = fc
    .integer({ min: -500, max: 20_000 })
    .map((minutes) => new Date(at('00:00').getTime() + minutes * minute));
  const term = fc.nat(5000);
  const add = (from: Date, minutes: number, list: Opening[]) => addWorkingTime(from, minutes, list)?.getTime() ?? NaN;

  it('ends inside an opening, its closing moment included, and never before the start', () => {
    fc.assert(
      fc.property(anyOpenings, start, term, (list, from, minutes) => {
        const end = add(from, minutes, list);
        expect(list.some((opening) => opening.from.getTime() <= end && end <= opening.to.getTime())).toBe(true);
        expect(end).toBeGreaterThanOrEqual(from.getTime() + minutes * minute);
      }),
    );
  });

  it('in two steps is as in one', () => {
    fc.assert(
      fc.property(anyOpenings, start, term, term, (list, from, first, second) => {
        expect(add(new Date(add(from, first, list)), second, list)).toBe(add(from, first + second, list));
      }),
    );
  });

  it('ends later when it starts later or lasts longer', () => {
    fc.assert(
      fc.property(anyOpenings, start, fc.nat(3000), term, fc.nat(600), (list, from, delay, minutes, more) => {
        const later = new Date(from.getTime() + delay * minute);
        expect(add(later, minutes, list)).toBeGreaterThanOrEqual(add(from, minutes, list));
        expect(add(from, minutes + more, list)).toBeGreaterThanOrEqual(add(from, minutes, list) + more * minute);
      }),
    );
  });

  it('is open at the next opening, and adding nothing to an open moment changes nothing', () => {
    fc.assert(
      fc.property(anyOpenings, start, (list, from) => {
        const next = nextOpening(from, list) ?? new Date(NaN);
        expect(isOpen(next, list)).toBe(true);
        expect(isOpen(from, list)).toBe(next.getTime() === from.getTime());
        expect(add(next, 0, list)).toBe(next.getTime());
      }),
    );
  });
});
