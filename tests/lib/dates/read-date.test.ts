import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCalendarDay, readDate, writeDate } from '../../../src/lib/dates/index.js';
import { days, writings } from './writings.js';

const latestYear = 2026;

describe('readDate', () => {
  it.each([
    '9 maart 2012',
    '9/3/12',
    '09032012',
    '09 / 03 / 2012',
    '9–3–2012',
    '9—3—2012',
    '2012/03/09',
    '2012-03-09',
    '9 mrt 2012',
    '9 mrt. 2012',
    '9.3.2012',
    '9-3-2012',
    '9 3 2012',
    '9. 3. 2012',
    "9/3/'12",
    '090312',
    '20120309',
    '9 MAART 2012',
    '9de maart 2012',
    '9maart2012',
    'vrijdag 9 maart 2012',
    'vr. 9 mrt. 2012',
    '°9/3/2012',
    '9 mars 2012',
    'March 9, 2012',
    '９/３/２０１２',
    '\u200e9/3/2012',
    '9\u00a0maart\u00a02012',
  ])('reads “%s”', (typed) => expect(readDate(typed, { latestYear })).toEqual({ ok: true, day: '2012-03-09' }));

  it('gives the day back, however it is written', () => {
    fc.assert(
      fc.property(writings, ({ day, typed }) => expect(readDate(typed, { latestYear })).toEqual({ ok: true, day })),
      { numRuns: 3000 },
    );
  });

  it('reads what it writes', () => {
    fc.assert(fc.property(days, (day) => expect(readDate(writeDate(day))).toEqual({ ok: true, day })));
  });

  it.each([
    ['12', 2026, 2012],
    ['26', 2026, 2026],
    ['27', 2026, 1927],
    ['99', 2026, 1999],
    ['27', 2099, 2027],
    ['00', 2026, 2000],
  ])('takes %s up to %i as %i', (two, latest, year) =>
    expect(readDate(`1/2/${two}`, { latestYear: latest })).toEqual({ ok: true, day: `${year}-02-01` }),
  );

  it.each([
    '30/2/2012',
    '29 februari 2011',
    '31042012',
    '0/3/2012',
    '9/13/2012',
    '32-1-12',
    '2012-13-01',
    '03/25/2012',
  ])('knows that “%s” does not exist', (typed) => expect(readDate(typed)).toEqual({ ok: false, fault: 'no-such-day' }));

  it.each([
    ...['', ' ', 'ooit', '14 jaar', 'maart 2012', '9 maart', '9/3', '9/3/201', '9/3/20123', '12345', '1234567'],
    ...['9 maartje 2012', '9/3/2012 of later', '9//maart', '1/2/3/4', '-9/3/2012', '9:3:2012', 'vrijdag', '99999999'],
  ])('cannot read “%s”', (typed) => expect(readDate(typed)).toEqual({ ok: false, fault: 'unreadable' }));

  it('never throws, and gives only days that exist', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d /.–-]{1,20}$/));
    fc.assert(
      fc.property(text, (typed) => {
        const read = readDate(typed);
        if (read.ok) expect(isCalendarDay(read.day)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is quick about a long text', () => {
    const started = performance.now();
    readDate(' '.repeat(200_000) + '9');
    readDate('vr '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(100);
  });
});
