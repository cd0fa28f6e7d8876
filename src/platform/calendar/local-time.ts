import { DateTime } from 'luxon';
import type { LocalDate } from '../../contracts/calendar.js';

const zone = 'Europe/Brussels';

const checked = (moment: DateTime, said: string): DateTime => {
  if (!moment.isValid) throw new RangeError(`No such day or time in ${zone}: ${said}.`);
  return moment;
};

/** A day as a moment without a time zone: which day comes next is the same everywhere. */
const bare = (day: LocalDate): DateTime => checked(DateTime.fromISO(day, { zone: 'utc' }), day);

const midnight = (day: LocalDate): DateTime => checked(DateTime.fromISO(day, { zone }), day);

/** The day in Belgium at an instant. */
export const dayOf = (now: Date): LocalDate => {
  const minute = Math.floor(now.getTime() / 60_000);
  const day = days.get(minute) ?? checked(DateTime.fromJSDate(now, { zone }), String(now)).toFormat('yyyy-MM-dd');
  if (days.size >= mostKnown) days.clear();
  days.set(minute, day);
  return day;
};

/** A day begins with a minute; the same ones are asked for again and again. */
const days = new Map<number, LocalDate>();

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: LocalDate): number => bare(day).weekday;

/** A day, so many days later (negative: earlier). */
export const addDays = (day: LocalDate, days: number): LocalDate => bare(day).plus({ days }).toFormat('yyyy-MM-dd');

/**
 * The instant of a wall-clock time; 24:00 is the end of the day. A time that daylight saving skips moves forward, one that
 * comes twice is the first. Throws a RangeError for a day or time that does not exist.
 */
export const at = (day: LocalDate, hour: number, minute: number): Date => {
  const key = `${day} ${hour}:${minute}`;
  const moment = known.get(key) ?? instantOf(day, hour, minute).getTime();
  if (known.size >= mostKnown) known.clear();
  known.set(key, moment);
  return new Date(moment);
};

/** Local time is slow to work out, and the same openings of the same days are asked for at every card. */
const known = new Map<string, number>();
const mostKnown = 20_000;

const instantOf = (day: LocalDate, hour: number, minute: number): Date => {
  if (hour === 24 && minute === 0) return midnight(addDays(day, 1)).toJSDate();
  const moment = checked(midnight(day).set({ hour, minute }), `${day} ${hour}:${minute}`);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) throw new RangeError(`No such time: ${hour}:${minute}.`);
  return (moment.getPossibleOffsets()[0] ?? moment).toJSDate();
};
