import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leadingDate } from '../../../src/lib/dates/index.js';
import { writings } from './writings.js';

describe('leadingDate', () => {
  it.each([
    ['24/12/2026–2/1/2027 Kerst', '2026-12-24', '–2/1/2027 Kerst'],
    ['24 december 2026 t/m 2 januari 2027', '2026-12-24', ' t/m 2 januari 2027'],
    ['24-12-2026-2-1-2027', '2026-12-24', '-2-1-2027'],
    ['24122026 Kerst', '2026-12-24', ' Kerst'],
    ['2027-09-01T09:00', '2027-09-01', 'T09:00'],
    ['1/9/2027 9.00', '2027-09-01', ' 9.00'],
    ['do 24 dec. 2026', '2026-12-24', ''],
  ])('finds the date at the head of “%s”', (line, day, rest) =>
    expect(leadingDate(line)).toEqual({ ok: true, day, rest }),
  );

  it.each([
    ['30/2/2027 Carnaval', 'no-such-day'],
    ['Kerst 24/12/2026', 'unreadable'],
    ['', 'unreadable'],
  ])('says why “%s” begins with none: %s', (line, fault) => expect(leadingDate(line)).toEqual({ ok: false, fault }));

  it('finds every writing of a day before a word', () => {
    fc.assert(
      fc.property(writings, ({ day, typed }) => {
        const line = `${typed.trim().replace(/\.$/, '')} Kerst`;
        expect(leadingDate(line)).toEqual({ ok: true, day, rest: ' Kerst' });
      }),
    );
  });
});
