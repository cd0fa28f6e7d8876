import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  periodBetween,
  periodKey,
  previousPeriod,
  trimesterNumber,
  trimesterOf,
} from '../../../src/domain/figures/index.js';
import { daysLater } from '../../../src/domain/local-date.js';

describe('a trimester of a school year', () => {
  test.each([
    ['2026-09-01', '2026-09-01', '2027-01-01', 1],
    ['2026-12-31', '2026-09-01', '2027-01-01', 1],
    ['2027-01-01', '2027-01-01', '2027-04-01', 2],
    ['2027-03-31', '2027-01-01', '2027-04-01', 2],
    ['2027-04-01', '2027-04-01', '2027-09-01', 3],
    ['2027-08-31', '2027-04-01', '2027-09-01', 3],
  ])('%s lies from %s up to %s', (day, from, until, number) => {
    const period = trimesterOf(day);
    expect(period).toEqual({ kind: 'trimester', from, until });
    expect(trimesterNumber(period)).toBe(number);
    expect(periodKey(period)).toBe(`2026-2027/${number}`);
  });

  test('follows right on the one before, on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const day = daysLater('2020-01-01', days);
        const period = trimesterOf(day);
        expect(period.from <= day && day < period.until).toBe(true);
        expect(previousPeriod(period).until).toBe(period.from);
      }),
    );
  });
});

test('from meeting to meeting, the period before has as many days', () => {
  const period = periodBetween('2026-11-16', '2027-02-08');
  expect(previousPeriod(period)).toEqual({ kind: 'between', from: '2026-08-24', until: '2026-11-16' });
  expect(periodKey(period)).toBe('2026-11-16/2027-02-08');
});
