import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { keptUntil, reaches } from '../../src/domain/reach.js';
import { createCalendar } from '../../src/platform/calendar/index.js';
import { defaultSettings } from '../../src/domain/settings.js';

const calendar = createCalendar({ alwaysOpen: false, weeklyHours: defaultSettings.weeklyHours, closedPeriods: [] });
/** Brussels, in winter. */
const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+01:00`);

describe('until when a message is kept', () => {
  // 16 November 2026 is a Monday, 11 November a holiday.
  test.each([
    ['at-once', at('2026-11-15', '03:00'), null],
    ['working-hours', at('2026-11-16', '09:00'), null],
    ['working-hours', at('2026-11-16', '12:10'), at('2026-11-16', '13:00')],
    ['working-hours', at('2026-11-13', '18:00'), at('2026-11-16', '09:00')],
    ['08:30', at('2026-11-16', '08:00'), at('2026-11-16', '08:30')],
    ['08:30', at('2026-11-16', '08:31'), at('2026-11-17', '08:30')],
    ['16:00', at('2026-11-13', '16:01'), at('2026-11-16', '16:00')],
    ['12:00', at('2026-11-10', '12:30'), at('2026-11-12', '12:00')],
    ['only-mine', at('2026-11-10', '12:30'), at('2026-11-12', '08:30')],
    // Christmas is a Friday in 2026, and 1 November of that year a Sunday.
    ['16:00', at('2026-12-24', '16:30'), at('2026-12-28', '16:00')],
    ['working-hours', at('2026-12-24', '18:30'), at('2026-12-28', '09:00')],
  ] as const)('%s', (reach, now, expected) => {
    expect(keptUntil(reach, now, calendar)).toEqual(expected);
  });

  test('what is on one’s own name is sent at once to who wants only that at once; nobody else is sent more because of it', () => {
    const night = at('2026-11-14', '23:00');
    expect(keptUntil('only-mine', night, calendar, true)).toBeNull();
    expect(keptUntil('16:00', night, calendar, true)).toEqual(at('2026-11-16', '16:00'));
  });

  test('never into the past, never longer than the desk is away and a day', () => {
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...reaches), moments, (reach, now) => {
        const until = keptUntil(reach, now, calendar);
        if (until === null) return;
        expect(until >= now).toBe(true);
        const longest = calendar.nextOpening(new Date(now.getTime() + 86_400_000)).getTime() + 86_400_000;
        expect(until.getTime()).toBeLessThanOrEqual(longest);
      }),
    );
  });
});
