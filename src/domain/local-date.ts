import { isCalendarDay, readDate, type CalendarDay } from '../lib/dates/index.js';

/** A calendar day as `YYYY-MM-DD`, without a clock or time zone: what people mean by a date. */
export type LocalDate = CalendarDay;

const inUtc = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

/** Whether the text is `YYYY-MM-DD` and that day exists ('2026-02-30' does not). */
export const isLocalDate = isCalendarDay;

/** What a form says of a date that was typed; its sentence stands in `common.errors` unless the form has its own. */
export type TypedDateError = 'date-unreadable' | 'no-such-date';

export type TypedDate =
  { readonly ok: true; readonly date: LocalDate } | { readonly ok: false; readonly error: TypedDateError };

/**
 * A typed date in any writing of it ({@link readDate}). Two digits are the last such year up to that of `latest`: give
 * today for what is over; without it they are a year from 2000 on.
 */
export function readTypedDate(text: string, latest?: LocalDate): TypedDate {
  const read = readDate(text, latest === undefined ? {} : { latestYear: Number(latest.slice(0, 4)) });
  if (read.ok) return { ok: true, date: read.day };
  return { ok: false, error: read.fault === 'unreadable' ? 'date-unreadable' : 'no-such-date' };
}

/** As {@link readTypedDate}; undefined when it is no date. */
export const parseLocalDate = (text: string, latest?: LocalDate): LocalDate | undefined => {
  const read = readTypedDate(text, latest);
  return read.ok ? read.date : undefined;
};

/** The day so many days later (negative: earlier). */
export const daysLater = (day: LocalDate, days: number): LocalDate => {
  const at = inUtc(day);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

/** How many days later the second day is; negative when it is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((inUtc(to).getTime() - inUtc(from).getTime()) / 86_400_000);
