import type { CalendarDay } from './calendar-day.js';

/** Age in whole years on a day; negative before birth. Who is born on 29 February has a birthday on 1 March in other years. */
export const ageOn = (birthDate: CalendarDay, day: CalendarDay): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};
