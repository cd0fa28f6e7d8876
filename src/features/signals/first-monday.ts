import type { Calendar } from '../../contracts/calendar.js';
import { daysLater, type LocalDate } from '../../domain/local-date.js';

/** The first day of the month, so many months after the one of this day. */
function monthOf(day: LocalDate, later: number): LocalDate {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + later;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** The Mondays of a month, in order. */
function mondaysOf(first: LocalDate): LocalDate[] {
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  const monday = daysLater(first, (8 - weekday) % 7);
  return [0, 7, 14, 21, 28]
    .map((days) => daysLater(monday, days))
    .filter((day) => day.slice(0, 7) === first.slice(0, 7));
}

const isWorkingDay = (calendar: Calendar, day: LocalDate): boolean =>
  calendar.dayOf(calendar.nextOpening(calendar.at(day, 0, 0))) === day;

/**
 * Nine o’clock on the first Monday of a month on which the desk works, after `now`; of a month without one, its first
 * Monday. Holidays move it a week, never away.
 */
export function nextFirstMonday(now: Date, calendar: Calendar): Date {
  for (let later = 0; ; later++) {
    const mondays = mondaysOf(monthOf(calendar.dayOf(now), later));
    const day = mondays.find((monday) => isWorkingDay(calendar, monday)) ?? mondays[0];
    const at = day === undefined ? now : calendar.at(day, 9, 0);
    if (at > now) return at;
  }
}
