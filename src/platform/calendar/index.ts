export { createCalendar } from './calendar.js';
export { schoolHolidays, withSchoolHolidays } from './school-holidays.js';
export { dayOf } from './local-time.js';
export { schoolHalfDaysBetween } from './school-days.js';
