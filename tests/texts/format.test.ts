import { describe, expect, it } from '@jest/globals';
import { textAt } from '../../src/texts/index.js';
import { day, days, duration, moment, ordinal, time, weeks } from '../../src/texts/format.js';

const now = new Date('2027-01-12T08:00:00Z');

describe('moments and days', () => {
  it.each([
    ['2027-01-14T13:00:00Z', 'do 14 jan., 14 u.', 'Thu 14 Jan, 14:00'],
    ['2027-01-14T09:12:00Z', 'do 14 jan., 10.12 u.', 'Thu 14 Jan, 10:12'],
    ['2027-07-01T07:05:00Z', 'do 1 juli, 9.05 u.', 'Thu 1 July, 09:05'],
    ['2027-03-03T23:00:00Z', 'do 4 mrt., 0 u.', 'Thu 4 Mar, 00:00'],
    ['2026-12-31T22:59:00Z', 'do 31 dec. 2026, 23.59 u.', 'Thu 31 Dec 2026, 23:59'],
    ['2026-12-31T23:00:00Z', 'vr 1 jan., 0 u.', 'Fri 1 Jan, 00:00'],
  ])('%s', (at, dutch, english) => {
    expect(moment(new Date(at), 'nl', now)).toBe(dutch);
    expect(moment(new Date(at), 'en', now)).toBe(english);
  });

  it('knows the hour on both sides of the change of the clock', () => {
    expect(time(new Date('2026-03-29T00:59:00Z'), 'nl')).toBe('1.59 u.');
    expect(time(new Date('2026-03-29T01:00:00Z'), 'nl')).toBe('3 u.');
    expect(time(new Date('2026-10-25T01:00:00Z'), 'nl')).toBe('2 u.');
  });

  it('tells the year only when it differs', () => {
    expect(day('2027-01-12', 'nl')).toBe('di 12 jan.');
    expect(day('2027-01-12', 'nl', '2026-12-30')).toBe('di 12 jan. 2027');
    expect(day('2027-01-12', 'en', '2027-12-30')).toBe('Tue 12 Jan');
  });

  it('names all months', () => {
    const months = Array.from(
      { length: 12 },
      (_, at) => day(`2026-${String(at + 1).padStart(2, '0')}-01`, 'nl').split(' ')[2],
    );
    expect(months.join(' ')).toBe('jan. feb. mrt. apr. mei juni juli aug. sep. okt. nov. dec.');
  });
});

describe('a moment as the last word of a sentence', () => {
  const told = (until: string) => textAt('nl', 'linking.link-code.until', { until });

  it('has one full stop, whether it ends with one or not', () => {
    expect(told('di 1 dec., 18.12 u.')).toBe(
      'De code werkt één keer, tot di 1 dec., 18.12 u. Alleen u ziet ze, en alleen nu.',
    );
    expect(told('morgen')).toContain('tot morgen. Alleen');
    const bold = textAt('nl', 'referral.told.full', { service: 'NAFT', until: 'di 31 aug.' });
    expect(bold).toBe('NAFT is volzet tot en met **di 31 aug.** U kiest wat er verder gebeurt.');
  });

  it('leaves dots alone that people typed', () => {
    expect(textAt('nl', 'linking.link-code.title', { organisation: 'Wij.. en zo' })).toBe(
      'Koppelcode voor Wij.. en zo',
    );
  });
});

describe('durations and ordinals', () => {
  it('counts days and weeks', () => {
    expect([days(1, 'nl'), days(9, 'nl'), weeks(1, 'nl'), weeks(5, 'nl')]).toEqual([
      '1 dag',
      '9 dagen',
      '1 week',
      '5 weken',
    ]);
    expect([days(1, 'en'), days(0, 'en'), weeks(1, 'en'), weeks(5, 'en')]).toEqual([
      '1 day',
      '0 days',
      '1 week',
      '5 weeks',
    ]);
    expect([13, 14, 33, 35].map((count) => duration(count, 'nl'))).toEqual([
      '13 dagen',
      '± 2 weken',
      '± 5 weken',
      '± 5 weken',
    ]);
    expect(duration(35, 'en')).toBe('± 5 weeks');
  });

  it('writes ordinals', () => {
    const dutch = [1, 2, 3, 7, 8, 9, 11, 18, 19, 20, 21, 22, 28, 100, 101, 102, 108, 111, 120];
    expect(dutch.map((count) => ordinal(count, 'nl')).join(' ')).toBe(
      '1ste 2de 3de 7de 8ste 9de 11de 18de 19de 20ste 21ste 22ste 28ste 100ste 101ste 102de 108ste 111de 120ste',
    );
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map((count) => ordinal(count, 'en')).join(' ')).toBe(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th',
    );
  });
});
