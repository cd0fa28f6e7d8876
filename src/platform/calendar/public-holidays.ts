import Holidays from 'date-holidays';
import type { LocalDate } from '../../contracts/calendar.js';

/** Observances (Valentine, Epiphany …) are no days off: public holidays only. */
const belgian = new Holidays('BE', { types: ['public'] });
const byYear = new Map<number, ReadonlySet<LocalDate>>();

const ofYear = (year: number): ReadonlySet<LocalDate> => {
  const known = byYear.get(year);
  if (known) return known;
  const days = new Set(belgian.getHolidays(year).map(({ date }) => date.slice(0, 10)));
  byYear.set(year, days);
  return days;
};

/** Whether a day is one of the ten Belgian public holidays (R4). */
export const isPublicHoliday = (day: LocalDate): boolean => ofYear(Number(day.slice(0, 4))).has(day);
