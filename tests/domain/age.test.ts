import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageBand, ageBands, readBirthDate } from '../../src/domain/age.js';
import { daysLater, isLocalDate, parseLocalDate } from '../../src/domain/local-date.js';
import { ageOn } from '../../src/lib/dates/index.js';

describe('ageOn', () => {
  it.each([
    ['2012-01-14', '2026-01-13', 13],
    ['2012-01-14', '2026-01-14', 14],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2012-02-29', '2028-02-29', 16],
    ['2027-01-01', '2026-12-31', -1],
  ])('born %s, on %s: %i', (birthDate, day, age) => expect(ageOn(birthDate, day)).toBe(age));

  it('is one more a year later, whatever the birth date', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => daysLater('2000-01-01', days));
    fc.assert(
      fc.property(day, day, (birthDate, on) => {
        const nextYear = `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`;
        expect(ageOn(birthDate, nextYear)).toBe(ageOn(birthDate, on) + 1);
      }),
    );
  });
});

describe('ageBand (R8)', () => {
  it.each([
    [2, 'under-12'],
    [11, 'under-12'],
    [12, '12-13'],
    [13, '12-13'],
    [14, '14-15'],
    [15, '14-15'],
    [16, '16-17'],
    [17, '16-17'],
    [18, '18-plus'],
    [25, '18-plus'],
  ])('%i is %s', (age, band) => {
    expect(ageBand(age)).toBe(band);
    expect(ageBands).toContain(ageBand(age));
  });
});

describe('readBirthDate', () => {
  const today = '2026-09-15';
  it.each([
    ['2012-09-15', { ok: true, birthDate: '2012-09-15', age: 14 }],
    [' 3/9/2012 ', { ok: true, birthDate: '2012-09-03', age: 14 }],
    ['03-09-2012', { ok: true, birthDate: '2012-09-03', age: 14 }],
    ['2024-09-15', { ok: true, birthDate: '2024-09-15', age: 2 }],
    ['2024-09-16', { ok: false, refusal: 'too-young' }],
    ['2026-09-15', { ok: false, refusal: 'too-young' }],
    ['2026-09-16', { ok: false, refusal: 'in-future' }],
    ['2000-09-16', { ok: true, birthDate: '2000-09-16', age: 25 }],
    ['2000-09-15', { ok: false, refusal: 'too-old' }],
    ['9 maart 2012', { ok: true, birthDate: '2012-03-09', age: 14 }],
    ['9/3/12', { ok: true, birthDate: '2012-03-09', age: 14 }],
    ['9/3/99', { ok: false, refusal: 'too-old' }],
    ['31/12/26', { ok: false, refusal: 'in-future' }],
    ['2011-02-29', { ok: false, refusal: 'no-such-date' }],
    ['2012-13-01', { ok: false, refusal: 'no-such-date' }],
    ['31/4/2012', { ok: false, refusal: 'no-such-date' }],
    ['14 jaar', { ok: false, refusal: 'date-unreadable' }],
    ['', { ok: false, refusal: 'date-unreadable' }],
  ])('%s', (typed, answer) => expect(readBirthDate(typed, today)).toEqual(answer));

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (typed) => void readBirthDate(typed, today)));
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/), (typed) => {
        expect(parseLocalDate(typed)).toBe(isLocalDate(typed) ? typed : undefined);
      }),
    );
  });
});

describe('daysLater', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-10-25', 0, '2026-10-25'],
  ])('%s + %i', (day, days, later) => expect(daysLater(day, days)).toBe(later));
});
