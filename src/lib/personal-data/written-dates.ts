import { fullYear, isCalendarDay, monthNames, monthOf, type CalendarDay } from '../dates/index.js';

/** A full date in a text, with where it stands. */
export interface WrittenDate {
  readonly at: number;
  readonly length: number;
  readonly date: CalendarDay;
  /** '17' for 2017: too vague to be a birth date without a word beside it. */
  readonly shortYear: boolean;
}

/** Every name of a month, as alternatives of a pattern. */
export const allMonths = monthNames.flat().join('|');
const numeric =
  /(?<![\d.,/-])(?<day>\d{1,2})(?<gap> ?[-/.] ?| )(?<month>\d{1,2})\k<gap>(?<year>\d{4}|['’]?\d{2})(?![\d/-]|[.,]\d)/g;
const yearFirst = /(?<![\d.,/-])(?<year>\d{4})(?<gap>[-/.])(?<month>\d{1,2})\k<gap>(?<day>\d{1,2})(?![\d/-]|[.,]\d)/g;
const named = new RegExp(
  `(?<![\\d.,/-])(?<day>\\d{1,2})(?:e|ste|de|st|nd|rd|th)?[ .-]{1,2}(?<month>${allMonths})\\b[ .,-]{1,3}(?<year>\\d{4}|['’]\\d{2})(?!\\d)`,
  'gi',
);
const englishNamed = new RegExp(
  `\\b(?<month>${allMonths})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?!\\d)`,
  'gi',
);

/**
 * The full dates in a text: day first with digits or a month's name, year first, and English ones.
 * Takes the text and today (for years of two digits); days that do not exist are left out. Never throws.
 */
export const writtenDates = (text: string, today: CalendarDay): WrittenDate[] =>
  [numeric, yearFirst, named, englishNamed].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { day = '', month = '', year = '' } = match.groups ?? {};
      const pad = (part: string | number) => String(part).padStart(2, '0');
      const digits = year.replace(/\D/g, '');
      const date = `${fullYear(digits, Number(today.slice(0, 4)))}-${pad(monthOf(month) || month)}-${pad(day)}`;
      const shortYear = digits.length < 4;
      return isCalendarDay(date) ? [{ at: match.index, length: match[0].length, date, shortYear }] : [];
    }),
  );
