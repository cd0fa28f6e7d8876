export { createCalendar } from './calendar.js';
export { schoolHolidays, withSchoolHolidays } from './school-holidays.js';
