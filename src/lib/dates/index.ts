export { ageOn } from './age-on.js';
export { isCalendarDay, type CalendarDay } from './calendar-day.js';
export { fullYear } from './full-year.js';
export { leadingDate, type LeadingDate } from './leading-date.js';
export { monthNames, monthOf } from './month-names.js';
export { readDate, type DateAnswer, type DateFault } from './read-date.js';
export { writeDate } from './write-date.js';
