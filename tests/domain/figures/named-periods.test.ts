import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { namedPeriods } from '../../../src/domain/figures/index.js';
import { daysLater } from '../../../src/domain/local-date.js';

describe('periods that figures are asked of', () => {
  test('given a day in February, then two school years, two trimesters, two months', () => {
    expect(namedPeriods('2027-02-10')).toEqual([
      { name: 'this-year', from: '2026-09-01', until: '2027-02-11' },
      { name: 'last-year', from: '2025-09-01', until: '2026-09-01' },
      { name: 'trimester-1', from: '2026-09-01', until: '2027-01-01' },
      { name: 'trimester-2', from: '2027-01-01', until: '2027-02-11' },
      { name: 'this-month', from: '2027-02-01', until: '2027-02-11' },
      { name: 'last-month', from: '2027-01-01', until: '2027-02-01' },
    ]);
  });

  test('given 31 August and 1 September, then a year ends and another begins', () => {
    const trimesters = (day: string) => namedPeriods(day).filter(({ name }) => name.startsWith('trimester'));
    expect(trimesters('2027-08-31').map(({ until }) => until)).toEqual(['2027-01-01', '2027-04-01', '2027-09-01']);
    expect(trimesters('2027-09-01')).toEqual([{ name: 'trimester-1', from: '2027-09-01', until: '2027-09-02' }]);
  });

  test('on any day none is empty, none reaches past today, and the trimesters are the school year', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => daysLater('2020-01-01', count));
    fc.assert(
      fc.property(days, (today) => {
        const periods = namedPeriods(today);
        const trimesters = periods.filter(({ name }) => name.startsWith('trimester'));
        const [year] = periods;
        return (
          periods.every(({ from, until }) => from < until && until <= daysLater(today, 1)) &&
          trimesters[0]!.from === year!.from &&
          trimesters.at(-1)!.until === year!.until &&
          trimesters.every(({ until }, index) => (trimesters[index + 1]?.from ?? until) === until)
        );
      }),
    );
  });
});
