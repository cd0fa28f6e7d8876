import { isCalendarDay, type CalendarDay } from './calendar-day.js';
import { fullYear } from './full-year.js';
import { monthOf } from './month-names.js';

/** Why a typed date is none: nothing that looks like one, or a day that no calendar has (30 February). */
export type DateFault = 'unreadable' | 'no-such-day';

export type DateAnswer =
  { readonly ok: true; readonly day: CalendarDay } | { readonly ok: false; readonly fault: DateFault };

export interface DateReading {
  /** The last year that two digits can mean: that of today for what is over, 2099 for what is planned. */
  readonly latestYear?: number;
}

/** Far longer than any date: what is longer is not looked at. */
const longest = 80;

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Between the parts: a dash of any length, slash, dot, comma, apostrophe or space, also several. */
const gap = String.raw`[\s\p{Pd}−/\\.,'’‘]`;
const weekday =
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo|' +
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun';
const around = new RegExp(`^(?:[\\s°*(]|(?:${weekday})\\b[.,]?)+|[\\s.,;)]+$`, 'giu');
const ordinal = /(?<=\d)\s?(?:ste|de|e|st|nd|rd|th|er)(?!\p{L})/giu;
const edge = String.raw`(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)`;
const between = new RegExp(`${gap}+|${edge}`, 'u');
const word = /^(?:\d+|\p{L}+)$/u;

/** One form for what looks alike: wide digits, hard spaces, and signs that cannot be seen. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(around, '')
    .replace(ordinal, '');

const isDayOrMonth = (text: string): boolean => /^\d{1,2}$/.test(text);
const isMonth = (text: string): boolean => isDayOrMonth(text) || monthOf(text) > 0;
const isYear = (text: string): boolean => /^(?:\d{4}|\d{2})$/.test(text);

/** Year first, day first, or as in English the month's name first. */
function inParts([first, second, third]: readonly [string, string, string]): Parts | null {
  if (first.length === 4 && isYear(first) && isMonth(second) && isDayOrMonth(third))
    return { year: first, month: second, day: third };
  if (isDayOrMonth(first) && isMonth(second) && isYear(third)) return { day: first, month: second, year: third };
  if (monthOf(first) > 0 && isDayOrMonth(second) && isYear(third)) return { month: first, day: second, year: third };
  return null;
}

/** Digits in one row: day first ('09032012', '090312') unless only year first gives a year of these centuries. */
function inOneRow(digits: string): Parts | null {
  if (!/^(?:\d{6}|\d{8})$/.test(digits)) return null;
  const dayFirst = { day: digits.slice(0, 2), month: digits.slice(2, 4), year: digits.slice(4) };
  if (digits.length === 6 || /^(?:19|20)/.test(dayFirst.year)) return dayFirst;
  const yearFirst = { year: digits.slice(0, 4), month: digits.slice(4, 6), day: digits.slice(6) };
  return /^(?:19|20)/.test(yearFirst.year) ? yearFirst : null;
}

function partsOf(text: string): Parts | null {
  if (text.length > longest) return null;
  const parts = tidy(text).split(between);
  if (!parts.every((part) => word.test(part))) return null;
  const [first = '', second, third] = parts;
  if (parts.length === 1) return inOneRow(first);
  return parts.length === 3 && second !== undefined && third !== undefined ? inParts([first, second, third]) : null;
}

/**
 * Reads a date as people write it, day first as in Belgium: '9/3/2012', '9 maart 2012', '09 / 03 / 2012', '9–3–12',
 * '9.3.2012', '09032012', 'vr. 9 mrt. 2012'; also year first ('2012-03-09', '2012/03/09') and with an English or French
 * month. Gives the day, or whether it cannot be read or does not exist. Never throws.
 */
export function readDate(text: string, { latestYear = 2099 }: DateReading = {}): DateAnswer {
  const parts = partsOf(text);
  if (parts === null) return { ok: false, fault: 'unreadable' };
  const month = monthOf(parts.month) || Number(parts.month);
  const pad = (part: number | string, length = 2): string => String(part).padStart(length, '0');
  const day = `${pad(fullYear(parts.year, latestYear), 4)}-${pad(month)}-${pad(parts.day)}`;
  return isCalendarDay(day) ? { ok: true, day } : { ok: false, fault: 'no-such-day' };
}
