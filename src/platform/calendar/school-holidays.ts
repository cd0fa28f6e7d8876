import type { CalendarSettings } from '../../contracts/calendar.js';
import data from './school-holidays.json' with { type: 'json' };

/** Holidays of Flemish schools, both days included; a data file that is extended each year. */
export const schoolHolidays: CalendarSettings['closedPeriods'] = data.periods;

/** The settings, with the school holidays as closed periods when the desk is closed in them (R4); otherwise unchanged. */
export const withSchoolHolidays = (settings: CalendarSettings, closedInSchoolHolidays: boolean): CalendarSettings =>
  closedInSchoolHolidays ? { ...settings, closedPeriods: [...settings.closedPeriods, ...schoolHolidays] } : settings;
