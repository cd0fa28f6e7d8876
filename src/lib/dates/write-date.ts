import type { CalendarDay } from './calendar-day.js';

/** A day as it is typed in Belgium, '9/3/2012'; `readDate` reads it back. */
export const writeDate = (day: CalendarDay): string => day.split('-').reverse().map(Number).join('/');
