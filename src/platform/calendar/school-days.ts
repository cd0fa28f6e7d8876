import type { LocalDate } from '../../contracts/calendar.js';
import { addDays, weekdayOf } from './local-time.js';
import { isPublicHoliday } from './public-holidays.js';
import { schoolHolidays } from './school-holidays.js';

/** Half days of school per ISO weekday: on Wednesday there is school in the morning only. */
const halfDaysOn: Readonly<Record<number, number>> = { 1: 2, 2: 2, 3: 1, 4: 2, 5: 2 };

const isHoliday = (day: LocalDate): boolean =>
  isPublicHoliday(day) || schoolHolidays.some(({ from, to }) => from <= day && day <= to);

/** How many half days of school there are from a day on, until another: that one is not counted. Holidays are left out. */
export function schoolHalfDaysBetween(from: LocalDate, until: LocalDate): number {
  let count = 0;
  for (let day = from; day < until; day = addDays(day, 1))
    if (!isHoliday(day)) count += halfDaysOn[weekdayOf(day)] ?? 0;
  return count;
}
