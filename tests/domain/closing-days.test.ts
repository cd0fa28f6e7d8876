import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closingDaysText, readClosingDays } from '../../src/domain/closing-days.js';

const christmas = { from: '2026-12-24', to: '2027-01-02', label: 'Kerst' };

describe('readClosingDays', () => {
  it.each([
    '24/12/2026–2/1/2027 Kerst',
    '24/12/2026 - 2/1/2027 Kerst',
    '24-12-2026 tot 2-1-2027: Kerst',
    '2026-12-24 t/m 2027-01-02 Kerst',
    '24.12.2026-2.1.2027, Kerst',
    '24 december 2026 tot en met 2 januari 2027 - Kerst',
    '24/12/26–2/1/27 Kerst',
    'do 24 dec. 2026 – za 2 jan. 2027 Kerst',
    '24122026-02012027 Kerst',
  ])('understands “%s”', (typed) => {
    expect(readClosingDays(typed)).toEqual({ ok: true, periods: [christmas] });
  });

  it('takes one day, no label, empty lines, any order', () => {
    expect(readClosingDays('24/12/2026–2/1/2027 Kerst\r\n\n 2/11/2026 \n')).toEqual({
      ok: true,
      periods: [{ from: '2026-11-02', to: '2026-11-02', label: '' }, christmas],
    });
  });

  it('takes a dash before the reason', () => {
    const periods = [{ from: '2027-07-11', to: '2027-07-11', label: 'Feest van de Vlaamse Gemeenschap' }];
    expect(readClosingDays('11/7/2027 - Feest van de Vlaamse Gemeenschap')).toEqual({ ok: true, periods });
  });

  it('reads its own writing back', () => {
    const periods = [christmas, { from: '2027-07-11', to: '2027-07-11', label: '' }];
    expect(readClosingDays(closingDaysText(periods))).toEqual({ ok: true, periods });
  });

  it('takes nothing at all', () => {
    expect(readClosingDays(' \n ')).toEqual({ ok: true, periods: [] });
  });

  it.each([
    ['kerstvakantie', 'not-dates'],
    ['30/2/2027', 'no-such-date'],
    ['1/7/2027–31/6/2027', 'no-such-date'],
    ['24/12/2026 - 2/1 Kerst', 'not-dates'],
    ['24/12/2026 tot Kerst', 'not-dates'],
    ['2/1/2027–24/12/2026 Kerst', 'dates-backwards'],
    ['1/1/2026–1/1/3026', 'closed-too-long'],
    [Array.from({ length: 61 }, () => '1/1/2027').join('\n'), 'closed-too-long'],
  ])('“%s” is refused: %s', (typed, fault) => {
    expect(readClosingDays(typed)).toEqual({ ok: false, fault });
  });

  it('always gives existing days in order, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (typed) => {
        const answer = readClosingDays(typed);
        if (answer.ok) for (const { from, to } of answer.periods) expect(from <= to).toBe(true);
      }),
    );
  });
});
