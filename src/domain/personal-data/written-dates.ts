import { isLocalDate, type LocalDate } from '../local-date.js';

/** A full date in a text, with where it stands. */
export interface WrittenDate {
  readonly at: number;
  readonly length: number;
  readonly date: LocalDate;
  /** '17' for 2017: too vague to be a birth date without a word beside it. */
  readonly shortYear: boolean;
}

const months: readonly string[] = [
  'januari|january|janvier|jan',
  'februari|february|feb',
  'maart|march|mars|mrt',
  'april|avril|apr',
  'mei|may|mai',
  'juni|june|juin|jun',
  'juli|july|juillet|jul',
  'augustus|august|aug',
  'september|septembre|sept|sep',
  'oktober|october|octobre|okt|oct',
  'november|novembre|nov',
  'december|decembre|dec',
];
const monthNamed = months.map((names) => new RegExp(`^(?:${names})$`, 'i'));
const monthNumber = (name: string): number =>
  /^\d+$/.test(name) ? Number(name) : monthNamed.findIndex((pattern) => pattern.test(name)) + 1;

/** Every name of a month, as alternatives of a pattern. */
export const allMonths = months.join('|');
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

/** Two digits: a year up to this one, otherwise the century before. */
const fullYear = (year: string, today: LocalDate): string => {
  const digits = year.replace(/\D/g, '');
  if (digits.length === 4) return digits;
  return Number(digits) <= Number(today.slice(2, 4)) ? `20${digits}` : `19${digits}`;
};

/**
 * The full dates in a text: day first with digits or a month's name, year first, and English ones.
 * Takes the text and today (for years of two digits); days that do not exist are left out. Never throws.
 */
export const writtenDates = (text: string, today: LocalDate): WrittenDate[] =>
  [numeric, yearFirst, named, englishNamed].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { day = '', month = '', year = '' } = match.groups ?? {};
      const pad = (part: string | number) => String(part).padStart(2, '0');
      const date = `${fullYear(year, today)}-${pad(monthNumber(month))}-${pad(day)}`;
      const shortYear = year.replace(/\D/g, '').length < 4;
      return isLocalDate(date) ? [{ at: match.index, length: match[0].length, date, shortYear }] : [];
    }),
  );
