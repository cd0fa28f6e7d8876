import type { LocalDate } from './local-date.js';

/** The desk's working time (R4, R9): weekly hours, public holidays, school holidays and closing days, Europe/Brussels. */
export interface Calendar {
  /** Whether the desk is active at this moment. */
  isOpen(now: Date): boolean;
  /** This moment when open, otherwise the next opening. */
  nextOpening(now: Date): Date;
  /** The moment at which so many working minutes have passed since `from` (which may lie outside working time). */
  addWorkingMinutes(from: Date, minutes: number): Date;
  /** How many working minutes lie between two moments, rounded; 0 when the second is not later. */
  workingMinutesBetween(from: Date, to: Date): number;
  /** The local day of an instant. */
  dayOf(now: Date): LocalDate;
  /** The instant of a local wall-clock time, e.g. ('2026-09-01', 9, 0); a time skipped by daylight saving moves forward. */
  at(day: LocalDate, hour: number, minute: number): Date;
  /** A local day, so many days later (negative: earlier). */
  addDays(day: LocalDate, days: number): LocalDate;
  /** Half days of school from a day on, until another, which is not counted: holidays are left out, a Wednesday counts once. */
  schoolHalfDaysBetween(from: LocalDate, until: LocalDate): number;
}
