import type { Language } from './language.js';

/** Opening periods of one weekday as ['09:00', '12:00'] pairs, in order (R4). */
export type DayHours = readonly (readonly [string, string])[];

export type HoursFault = 'not-hours' | 'hours-backwards' | 'hours-overlap';

export type HoursAnswer =
  { readonly ok: true; readonly hours: DayHours } | { readonly ok: false; readonly fault: HoursFault };

const closedWords = new Set(['', '-', '–', 'x', 'gesloten', 'dicht', 'closed']);
const longest = 200;
const between = /\s*(?:,|;|\/|&|\+|\n|\ben\b|\band\b)\s*/i;
const period = /^(?:van\s+|from\s+)?(.+?)\s*(?:-|–|—|\btot\b|\bto\b|\buntil\b)\s*(.+)$/i;
const clock = /^(\d{1,2})\s*(?:(?:[.:]|\s*(?:uur|u|h)\.?\s*)(\d{2})?)?\s*(?:uur|u|h)?\.?$/i;

const readTime = (text: string): string | null => {
  const [, hour, minute = '00'] = clock.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return null;
  return Number(hour) === 24 && minute !== '00' ? null : `${hour.padStart(2, '0')}:${minute}`;
};

const readPeriod = (text: string): readonly [string, string] | null => {
  const [, start = '', end = ''] = period.exec(text.trim()) ?? [];
  const [from, to] = [readTime(start), readTime(end)];
  return from === null || to === null ? null : [from, to];
};

/**
 * Reads the hours of one day as people write them: '9.00–12.00, 13.00–16.30', '9u-12u30', '9 tot 12 en 13 tot 16'.
 * Empty or 'gesloten' is a closed day. Gives the periods in order, or what is wrong with them.
 */
export function readHours(text: string): HoursAnswer {
  const typed = text.trim();
  if (closedWords.has(typed.toLowerCase())) return { ok: true, hours: [] };
  if (typed.length > longest) return { ok: false, fault: 'not-hours' };
  const periods = typed
    .split(between)
    .filter((part) => part.trim() !== '')
    .map(readPeriod);
  const read = periods.filter((one) => one !== null);
  if (read.length < periods.length || read.length === 0) return { ok: false, fault: 'not-hours' };
  if (read.some(([from, to]) => from >= to)) return { ok: false, fault: 'hours-backwards' };
  const hours = [...read].sort(([one], [other]) => (one < other ? -1 : 1));
  const overlaps = hours.some(([from], index) => index > 0 && from < (hours[index - 1]?.[1] ?? ''));
  return overlaps ? { ok: false, fault: 'hours-overlap' } : { ok: true, hours };
}

const timeText = (time: string, language: Language): string =>
  language === 'en' ? time : time.replace(/^0/, '').replace(':', '.');

/** '9.00–12.00, 13.00–16.30' or '09:00–12:00, 13:00–16:30'; a closed day is empty. {@link readHours} reads it back. */
export const hoursText = (hours: DayHours, language: Language): string =>
  hours.map(([from, to]) => `${timeText(from, language)}–${timeText(to, language)}`).join(', ');
