import { describe, expect, it } from '@jest/globals';
import {
  endOfSchoolYear,
  nextSeptemberFirst,
  schoolYearOf,
  startedSecondary,
  startOfSchoolYear,
  usualStartOfSecondary,
} from '../../src/domain/school-year.js';

describe('the school year', () => {
  it.each([
    ['2026-08-31', '2025-2026', '2025-09-01', '2026-08-31', '2026-09-01'],
    ['2026-09-01', '2026-2027', '2026-09-01', '2027-08-31', '2027-09-01'],
    ['2026-12-31', '2026-2027', '2026-09-01', '2027-08-31', '2027-09-01'],
    ['2027-01-01', '2026-2027', '2026-09-01', '2027-08-31', '2027-09-01'],
  ])('of %s is %s', (day, year, start, end, next) => {
    expect([schoolYearOf(day), startOfSchoolYear(day), endOfSchoolYear(day), nextSeptemberFirst(day)]).toEqual([
      year,
      start,
      end,
      next,
    ]);
  });
});

describe('startedSecondary (R17)', () => {
  it('starts in the year of the twelfth birthday', () =>
    expect(usualStartOfSecondary('2014-12-31')).toBe('2026-09-01'));

  it.each([
    ['secondary', '2015-01-01', '2026-09-01', true],
    ['primary', '2013-01-01', '2026-09-01', false],
    ['none', '2014-12-31', '2026-08-31', false],
    ['none', '2014-12-31', '2026-09-01', true],
    ['none', '2015-01-01', '2026-09-01', false],
  ] as const)('%s, born %s, on %s: %s', (level, birthDate, day, started) => {
    expect(startedSecondary(level, birthDate, day)).toBe(started);
  });
});
