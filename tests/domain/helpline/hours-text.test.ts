import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { readWeek, weekText, type WeekHours } from '../../../src/domain/helpline/hours-text.js';

const office: WeekHours = Object.fromEntries(
  ['1', '2', '3', '4', '5'].map((day) => [
    day,
    [
      ['09:00', '12:00'],
      ['13:00', '16:30'],
    ],
  ]),
);
const officeAndSaturday: WeekHours = { ...office, '6': [['10:00', '12:00']] };

describe('hours of a week, as people write them', () => {
  it.each<[string, WeekHours | null]>([
    ['', null],
    ['ma–vr 9–12 u., 13–16.30 u.; za 10–12 u.', officeAndSaturday],
    ['maandag tot vrijdag van 9u tot 12u en 13u tot 16u30, zaterdag 10-12', officeAndSaturday],
    ['Weekdagen: 9.00–12.00, 13.00–16.30', office],
    ['Mon–Fri 09:00–12:00, 13:00–16:30; Sat 10:00–12:00', officeAndSaturday],
    ['ma, wo en vr 13-17', Object.fromEntries(['1', '3', '5'].map((day) => [day, [['13:00', '17:00']]]))],
    [
      'di 9-12; di 13-16',
      {
        '2': [
          ['09:00', '12:00'],
          ['13:00', '16:00'],
        ],
      },
    ],
    ['wo 13-17, do gesloten', { '3': [['13:00', '17:00']] }],
    ['vr–zo 18-22', Object.fromEntries(['5', '6', '7'].map((day) => [day, [['18:00', '22:00']]]))],
    ['zo-ma 18-22', Object.fromEntries(['1', '7'].map((day) => [day, [['18:00', '22:00']]]))],
    ['elke dag 17 tot 21 uur', Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['17:00', '21:00']]]))],
  ])('reads %j', (text, week) => {
    expect(readWeek(text)).toEqual({ ok: true, week });
  });

  it('reads day and night', () => {
    const answer = readWeek('24/7');
    expect(answer.ok && answer.week?.['7']).toEqual([['00:00', '24:00']]);
  });

  it.each([
    ['9–12 u.', 'no-days'],
    ['na afspraak', 'no-days'],
    ['bel op ma 9-12', 'no-days'],
    ['ma–vr', 'not-hours'],
    ['ma voormiddag', 'not-hours'],
    ['ma 12-9', 'hours-backwards'],
    ['ma 9-12; ma-vr 11-13', 'hours-overlap'],
  ])('says what is wrong with %j', (text, fault) => {
    expect(readWeek(text)).toEqual({ ok: false, fault });
  });
});

test('a week is written with equal days together', () => {
  expect(weekText(officeAndSaturday, 'nl')).toBe('ma–vr 9–12 u., 13–16.30 u.; za 10–12 u.');
  expect(weekText(officeAndSaturday, 'en')).toBe('Mon–Fri 09:00–12:00, 13:00–16:30; Sat 10:00–12:00');
  expect(weekText({ '1': [['09:00', '12:00']], '2': [['09:00', '12:00']], '5': [['09:00', '12:00']] }, 'nl')).toBe(
    'ma, di, vr 9–12 u.',
  );
  expect(weekText({ '4': [['00:00', '24:00']] }, 'nl')).toBe('do 0–24 u.');
});

test('what is written is read back the same, in both languages', () => {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const period = fc
    .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 700 }))
    .map(([from, length]) => [[clock(from), clock(from + length)]] as [string, string][]);
  const week = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), period, {
    minKeys: 1,
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(week, fc.constantFrom('nl', 'en'), (hours, language) => {
      expect(readWeek(weekText(hours, language))).toEqual({ ok: true, week: hours });
    }),
  );
});
