import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHours } from '../../src/domain/opening-hours.js';

const workday = [
  ['09:00', '12:00'],
  ['13:00', '16:30'],
];

describe('readHours', () => {
  it.each([
    '9.00–12.00, 13.00–16.30',
    '09:00-12:00,13:00-16:30',
    '9u-12u; 13u-16u30',
    '9 tot 12 en 13 tot 16.30',
    '9 u. - 12 u. / 13 u. - 16.30 u.',
    'van 9h tot 12h, van 13h tot 16h30',
    '13.00–16.30, 9–12',
    '9 to 12 and 13 to 16:30',
  ])('understands “%s”', (typed) => {
    expect(readHours(typed)).toEqual({ ok: true, hours: workday });
  });

  it.each(['', '  ', '-', '–', 'gesloten', 'Dicht', 'closed'])('“%s” is a closed day', (typed) => {
    expect(readHours(typed)).toEqual({ ok: true, hours: [] });
  });

  it('goes until midnight', () => {
    expect(readHours('20–24')).toEqual({ ok: true, hours: [['20:00', '24:00']] });
  });

  it.each([
    ['voormiddag', 'not-hours'],
    ['9', 'not-hours'],
    ['9-25', 'not-hours'],
    ['9.75-12', 'not-hours'],
    ['20-24.30', 'not-hours'],
    [', ,', 'not-hours'],
    ['9-12, straks', 'not-hours'],
    ['16-9', 'hours-backwards'],
    ['9-9', 'hours-backwards'],
    ['9-12, 11-14', 'hours-overlap'],
  ])('“%s” is refused: %s', (typed, fault) => {
    expect(readHours(typed)).toEqual({ ok: false, fault });
  });

  it('never gives hours that the calendar cannot use, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (typed) => {
        const answer = readHours(typed);
        if (!answer.ok) return;
        const flat = answer.hours.flat();
        expect(flat.every((time) => /^([01]\d|2[0-4]):[0-5]\d$/.test(time))).toBe(true);
        expect([...flat].sort()).toEqual(flat);
      }),
    );
  });
});
