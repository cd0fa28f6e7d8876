import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarSettings } from '../../../src/contracts/calendar.js';
import { createCalendar, schoolHolidays, withSchoolHolidays } from '../../../src/platform/calendar/index.js';

const officeHours: CalendarSettings = {
  alwaysOpen: false,
  weeklyHours: Object.fromEntries(
    ['1', '2', '3', '4', '5'].map((day) => [
      day,
      [
        ['09:00', '12:00'],
        ['13:00', '16:00'],
      ],
    ]),
  ),
  closedPeriods: [{ from: '2026-03-10', to: '2026-03-11', label: 'studiedagen' }],
};
const everyDay = (from: string, to: string): CalendarSettings => ({
  alwaysOpen: false,
  weeklyHours: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [[from, to]]])),
  closedPeriods: [],
});
const calendar = createCalendar(officeHours);
const at = (day: string, time: string) => calendar.at(day, Number(time.slice(0, 2)), Number(time.slice(3)));

describe('days and times in Brussels', () => {
  it('knows summer and winter time', () => {
    expect(calendar.at('2026-01-14', 9, 0).toISOString()).toBe('2026-01-14T08:00:00.000Z');
    expect(calendar.at('2026-07-14', 9, 0).toISOString()).toBe('2026-07-14T07:00:00.000Z');
    expect(calendar.dayOf(new Date('2026-07-14T22:00:00Z'))).toBe('2026-07-15');
    expect(calendar.dayOf(new Date('2026-01-14T22:59:59Z'))).toBe('2026-01-14');
  });

  it('moves a time that does not exist forward, and takes the first of a time that comes twice', () => {
    expect(calendar.at('2026-03-29', 2, 30).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(calendar.at('2026-10-25', 2, 30).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(calendar.at('2026-10-25', 24, 0).toISOString()).toBe('2026-10-25T23:00:00.000Z');
  });

  it('adds days over the change of the clock, months and years', () => {
    expect(calendar.addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(calendar.addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(calendar.addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('refuses what does not exist', () => {
    expect(() => calendar.at('2026-02-30', 9, 0)).toThrow(RangeError);
    expect(() => calendar.at('2026-02-28', 25, 0)).toThrow(RangeError);
    expect(() => calendar.addDays('morgen', 1)).toThrow(RangeError);
    expect(() => calendar.dayOf(new Date(NaN))).toThrow(RangeError);
  });
});

describe('when the desk is active (R4)', () => {
  it.each([
    ['2026-03-02', '08:59', false],
    ['2026-03-02', '09:00', true],
    ['2026-03-02', '12:30', false],
    ['2026-03-02', '15:59', true],
    ['2026-03-02', '16:00', false],
    ['2026-03-07', '10:00', false],
    ['2026-03-10', '10:00', false],
    ['2026-03-11', '10:00', false],
    ['2026-03-12', '10:00', true],
    ['2026-01-01', '10:00', false],
    ['2026-04-06', '10:00', false],
    ['2026-05-14', '10:00', false],
    ['2026-05-25', '10:00', false],
    ['2026-07-21', '10:00', false],
    ['2026-11-11', '10:00', false],
    ['2026-12-25', '10:00', false],
    ['2026-01-06', '10:00', true],
    ['2026-11-02', '10:00', true],
  ])('%s at %s: %s', (day, time, open) => expect(calendar.isOpen(at(day, time))).toBe(open));

  it.each([
    ['2026-03-02', '10:00', '2026-03-02', '10:00'],
    ['2026-03-02', '12:00', '2026-03-02', '13:00'],
    ['2026-03-06', '16:00', '2026-03-09', '09:00'],
    ['2026-03-09', '16:00', '2026-03-12', '09:00'],
    ['2026-04-03', '17:00', '2026-04-07', '09:00'],
    ['2026-03-28', '12:00', '2026-03-30', '09:00'],
    ['2026-12-31', '17:00', '2027-01-04', '09:00'],
  ])('after %s %s it opens %s %s', (day, time, nextDay, nextTime) => {
    expect(calendar.nextOpening(at(day, time))).toEqual(at(nextDay, nextTime));
  });
});

describe('addWorkingMinutes (R9)', () => {
  it.each([
    ['2026-03-02', '09:00', 360, '2026-03-02', '16:00'],
    ['2026-03-02', '09:00', 361, '2026-03-03', '09:01'],
    ['2026-03-06', '15:00', 120, '2026-03-09', '10:00'],
    ['2026-03-09', '15:00', 120, '2026-03-12', '10:00'],
    ['2026-03-27', '15:30', 60, '2026-03-30', '09:30'],
    ['2026-10-23', '15:30', 60, '2026-10-26', '09:30'],
    ['2026-07-20', '15:00', 120, '2026-07-22', '10:00'],
  ])('%s %s + %i is %s %s', (day, time, minutes, endDay, endTime) => {
    expect(calendar.addWorkingMinutes(at(day, time), minutes)).toEqual(at(endDay, endTime));
  });

  it('counts real minutes in the night of the change: 23 and 25 hours', () => {
    const nights = createCalendar(everyDay('00:00', '24:00'));
    expect(nights.addWorkingMinutes(at('2026-03-29', '00:00'), 23 * 60)).toEqual(at('2026-03-30', '00:00'));
    expect(nights.addWorkingMinutes(at('2026-10-25', '00:00'), 25 * 60)).toEqual(at('2026-10-26', '00:00'));
  });

  it('leaves out an opening that daylight saving skips', () => {
    const early = createCalendar(everyDay('02:30', '03:00'));
    expect(early.nextOpening(at('2026-03-29', '00:00'))).toEqual(at('2026-03-30', '02:30'));
  });

  it('ends in an opening and adds up, whenever it starts', () => {
    const minute = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 });
    const start = minute.map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000));
    fc.assert(
      fc.property(start, fc.nat(2000), fc.nat(2000), (from, first, second) => {
        const once = calendar.addWorkingMinutes(from, first + second);
        expect(calendar.addWorkingMinutes(calendar.addWorkingMinutes(from, first), second)).toEqual(once);
        expect(calendar.isOpen(once) || calendar.isOpen(new Date(once.getTime() - 1))).toBe(true);
        expect(calendar.isOpen(calendar.nextOpening(from))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the settings', () => {
  it('always open: it delivers on a holiday night too; a term counts in the hours of the desk', () => {
    const always = createCalendar({ ...officeHours, alwaysOpen: true });
    const night = at('2026-12-25', '03:00');
    expect(always.isOpen(night)).toBe(true);
    expect(always.nextOpening(night)).toEqual(night);
    const own = createCalendar(officeHours);
    expect(always.addWorkingMinutes(night, 90)).toEqual(own.addWorkingMinutes(night, 90));
  });

  it('count at once when they change', () => {
    let settings = officeHours;
    const changing = createCalendar(() => settings);
    expect(changing.isOpen(at('2026-03-02', '10:00'))).toBe(true);
    settings = { ...officeHours, closedPeriods: [{ from: '2026-03-02', to: '2026-03-02', label: 'verhuis' }] };
    expect(changing.isOpen(at('2026-03-02', '10:00'))).toBe(false);
  });

  it('may hold periods out of order and over each other', () => {
    const untidy = createCalendar({
      ...officeHours,
      weeklyHours: {
        1: [
          ['13:00', '15:00'],
          ['09:00', '14:00'],
          ['10:00', '11:00'],
        ],
      },
    });
    expect(untidy.addWorkingMinutes(at('2026-03-02', '09:00'), 359)).toEqual(at('2026-03-02', '14:59'));
    expect(untidy.addWorkingMinutes(at('2026-03-02', '09:00'), 361)).toEqual(at('2026-03-09', '09:01'));
  });

  it('say so when they never let the desk open', () => {
    const never = createCalendar({ ...officeHours, weeklyHours: {} });
    expect(never.isOpen(at('2026-03-02', '10:00'))).toBe(false);
    expect(() => never.nextOpening(at('2026-03-02', '10:00'))).toThrow(/weekly hours are empty/);
    expect(() => never.addWorkingMinutes(at('2026-03-02', '10:00'), 5)).toThrow(/weekly hours are empty/);
    const wrong = createCalendar({ ...officeHours, weeklyHours: { 1: [['9 uur', '12:00']] } });
    expect(() => wrong.isOpen(at('2026-03-02', '10:00'))).toThrow(/9 uur/);
  });
});

describe('school holidays (R4)', () => {
  it('close the desk only when it says so', () => {
    const autumn = at('2026-11-03', '10:00');
    expect(createCalendar(withSchoolHolidays(officeHours, false)).isOpen(autumn)).toBe(true);
    const closed = createCalendar(withSchoolHolidays(officeHours, true));
    expect(closed.isOpen(autumn)).toBe(false);
    expect(closed.nextOpening(autumn)).toEqual(at('2026-11-09', '09:00'));
    expect(closed.isOpen(at('2026-03-10', '10:00'))).toBe(false);
    expect(closed.nextOpening(at('2026-07-01', '09:00'))).toEqual(at('2026-09-01', '09:00'));
  });

  it('follow the rule: in order, whole weeks from a Monday except the bridge day, Easter and the summer', () => {
    for (const [index, { from, to, label }] of schoolHolidays.entries()) {
      expect(from <= to && (schoolHolidays[index - 1]?.to ?? '') < from).toBe(true);
      const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
      if (label !== 'zomervakantie') expect([label, weekday]).toEqual([label, label.startsWith('brugdag') ? 5 : 1]);
    }
  });
});
