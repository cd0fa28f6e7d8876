import type { CalendarDay } from './calendar-day.js';
import { readDate, type DateFault } from './read-date.js';

/** No date is written longer than this: 'donderdag 24 december 2026' with room to spare. */
const longest = 40;

/** Where a word or number stops: '2027-09-01T09:00' also before its T. */
const wordEnd = /(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])|(?<=\p{N})(?=\p{L})/gu;

export type LeadingDate =
  | { readonly ok: true; readonly day: CalendarDay; readonly rest: string }
  | { readonly ok: false; readonly fault: DateFault };

/**
 * The date with which a line begins and what follows it: '24 december 2026 – 2/1/2027 Kerst' gives the first day and
 * ' – 2/1/2027 Kerst'. The longest beginning that is a date counts; otherwise why it begins with none.
 */
export function leadingDate(line: string): LeadingDate {
  const text = line.trim();
  const ends = [...text.slice(0, longest + 1).matchAll(wordEnd)].map(({ index }) => index);
  const read = ends.reverse().map((end) => ({ end, answer: readDate(text.slice(0, end)) }));
  for (const { end, answer } of read) if (answer.ok) return { ok: true, day: answer.day, rest: text.slice(end) };
  const isDate = read.some(({ answer }) => !answer.ok && answer.fault === 'no-such-day');
  return { ok: false, fault: isDate ? 'no-such-day' : 'unreadable' };
}
