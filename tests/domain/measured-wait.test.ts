import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measuredWait } from '../../src/domain/measured-wait.js';

test('given fewer than five, then nothing is told', () => {
  expect(measuredWait([])).toBeNull();
  expect(measuredWait([1, 2, 3, 4])).toBeNull();
});

test('given an even number, then half of them is half', () => {
  expect(measuredWait([0, 7, 14, 15, 200, 300])).toEqual({ of: 6, weeks: 2 });
});

test('half of them, and no fewer, had a place within the weeks that are told', () => {
  const days = fc.array(fc.float({ min: 0, max: 800, noNaN: true }), { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(days, (some) => {
      const { of, weeks } = measuredWait(some)!;
      const within = (limit: number) => some.filter((one) => one <= limit * 7).length;
      return of === some.length && within(weeks) * 2 >= of && (weeks === 1 || within(weeks - 1) * 2 < of);
    }),
  );
});
