import type { Calendar } from '../../contracts/calendar.js';
import { leadingDate } from '../../lib/dates/index.js';

export type ClockProblem = 'unclear' | 'backwards' | 'too-far';
export type ClockAnswer = { readonly forward: number } | { readonly problem: ClockProblem };

const minute = 60_000;
const units: readonly (readonly [RegExp, number])[] = [
  [/^(m|min|minuut|minuten|minute|minutes)$/, minute],
  [/^(u|uur|uren|h|hour|hours)$/, 60 * minute],
  [/^(d|dag|dagen|day|days)$/, 24 * 60 * minute],
  [/^(w|week|weken|weeks)$/, 7 * 24 * 60 * minute],
];
/** What may follow the day: nothing, or a time. */
const timeOfDay = /^(?:[\sT,]+(\d{1,2})(?:[:.u](\d{2})?)?\s*(?:u|uur|h)?\.?)?$/i;
const furthest = 5 * 366 * 24 * 60 * minute;

/** Reads how far the clock must go: '+3 dagen', '2 u', '30 minuten', or a moment '2027-09-01 09:00', '1/9/2027 9.00'. */
export function readClock(text: string, now: Date, calendar: Calendar): ClockAnswer {
  const forward = relative(text) ?? absolute(text, now, calendar);
  if (forward === null) return { problem: 'unclear' };
  if (forward < 0) return { problem: 'backwards' };
  return forward > furthest ? { problem: 'too-far' } : { forward };
}

function relative(text: string): number | null {
  const [, sign, count, word = ''] = /^([+-]?)\s*(\d{1,6})\s*([a-z]+)\.?$/i.exec(text.trim()) ?? [];
  const unit = units.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1];
  return count === undefined || unit === undefined ? null : Number(count) * unit * (sign === '-' ? -1 : 1);
}

function absolute(text: string, now: Date, calendar: Calendar): number | null {
  const date = leadingDate(text);
  const time = date.ok ? timeOfDay.exec(date.rest) : null;
  if (!date.ok || time === null) return null;
  const [, hour = '9', minutes = '00'] = time;
  if (Number(hour) > 23 || Number(minutes) > 59) return null;
  return calendar.at(date.day, Number(hour), Number(minutes)).getTime() - now.getTime();
}
