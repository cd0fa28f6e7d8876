import type { Calendar, CalendarSettings } from '../../contracts/calendar.js';
import { addWorkingTime, isOpen, nextOpening, workingTimeBetween } from '../../lib/working-time.js';
import { addDays, at, dayOf } from './local-time.js';
import { schoolHalfDaysBetween } from './school-days.js';
import { longestClosure, openingsFrom, openingsOf } from './openings.js';

const neverOpen = (from: Date): Error =>
  new Error(
    `The desk has no opening in ${longestClosure} days after ${from.toISOString()}: its weekly hours are empty or all days are closed.`,
  );

/**
 * The desk's calendar in Europe/Brussels (R4, R9). Takes the settings, or a function that gives the present ones, so that
 * a change counts at once. `nextOpening` and `addWorkingMinutes` throw when the desk never opens. A desk that is always open delivers at
 * any hour; terms count in its weekly hours all the same.
 */
export const createCalendar = (settings: CalendarSettings | (() => CalendarSettings)): Calendar => {
  const present = typeof settings === 'function' ? settings : () => settings;
  const from = (now: Date) => openingsFrom(dayOf(now), present());
  const orThrow = (found: Date | undefined, now: Date): Date => {
    if (!found) throw neverOpen(now);
    return found;
  };
  return {
    isOpen: (now) => present().alwaysOpen || isOpen(now, openingsOf(dayOf(now), present())),
    nextOpening: (now) => (present().alwaysOpen ? now : orThrow(nextOpening(now, from(now)), now)),
    addWorkingMinutes: (start, minutes) => orThrow(addWorkingTime(start, minutes, from(start)), start),
    workingMinutesBetween: (start, end) => workingTimeBetween(start, end, from(start)),
    dayOf,
    at,
    addDays,
    schoolHalfDaysBetween,
  };
};
