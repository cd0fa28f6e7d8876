import type { CalendarSettings, LocalDate } from '../../contracts/calendar.js';
import type { Opening } from '../../lib/working-time.js';
import { addDays, at, weekdayOf } from './local-time.js';
import { isPublicHoliday } from './public-holidays.js';

/** After so many days without any opening, looking further makes no sense: the weekly hours are empty. */
export const longestClosure = 400;

const timeOf = (day: LocalDate, time: string): Date => {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(time) ?? [];
  if (hour === undefined) throw new Error(`The desk's weekly hours hold '${time}', which is no time such as '09:00'.`);
  return at(day, Number(hour), Number(minute));
};

const isClosed = (day: LocalDate, settings: CalendarSettings): boolean =>
  isPublicHoliday(day) || settings.closedPeriods.some(({ from, to }) => from <= day && day <= to);

/** In order and without overlap, as working-time needs them; periods of no length are left out. */
const tidy = (openings: readonly Opening[]): Opening[] => {
  const tidied: Opening[] = [];
  for (const next of [...openings].sort((one, other) => one.from.getTime() - other.from.getTime())) {
    const last = tidied.at(-1);
    if (next.from >= next.to || (last && next.to <= last.to)) continue;
    tidied.push(last && next.from < last.to ? { from: last.to, to: next.to } : next);
  }
  return tidied;
};

const reckoned = (day: LocalDate, settings: CalendarSettings): readonly Opening[] => {
  if (isClosed(day, settings)) return [];
  const hours = settings.weeklyHours[String(weekdayOf(day))] ?? [];
  return tidy(hours.map(([from, to]) => ({ from: timeOf(day, from), to: timeOf(day, to) })));
};

/**
 * Days already reckoned under these settings: local time is slow to work out and the same days are asked for at every
 * card. Changed settings are another object, and an object that is gone takes its days with it.
 */
const known = new WeakMap<CalendarSettings, Map<LocalDate, readonly Opening[]>>();
const mostKnown = 4_000;

/** The opening periods of one local day (R4). The settings are not to be changed in place. */
export const openingsOf = (day: LocalDate, settings: CalendarSettings): readonly Opening[] => {
  const days = known.get(settings) ?? new Map<LocalDate, readonly Opening[]>();
  known.set(settings, days);
  const openings = days.get(day) ?? reckoned(day, settings);
  if (days.size < mostKnown) days.set(day, openings);
  return openings;
};

/** The opening periods from a day on, day by day as they are asked for; ends after a year and more without any. */
export function* openingsFrom(day: LocalDate, settings: CalendarSettings): Generator<Opening> {
  let closedDays = 0;
  for (let here = day; closedDays < longestClosure; here = addDays(here, 1)) {
    const openings = openingsOf(here, settings);
    closedDays = openings.length > 0 ? 0 : closedDays + 1;
    yield* openings;
  }
}
