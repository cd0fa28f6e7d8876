/** A calendar day as `YYYY-MM-DD`, without a clock or time zone: what people mean by a date. */
export type LocalDate = string;

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

const inUtc = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

/** Whether the text is `YYYY-MM-DD` and that day exists ('2026-02-30' does not). */
export const isLocalDate = (text: string): boolean => {
  if (!iso.test(text)) return false;
  const at = inUtc(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
};

/**
 * Reads a typed date: ISO as a date field gives it, or day first as written in Belgium ('3/9/2012', '03-09-2012').
 * Gives undefined when it is no real date.
 */
export const parseLocalDate = (text: string): LocalDate | undefined => {
  const typed = text.trim();
  const [, day = '', month = '', year = ''] = dayFirst.exec(typed) ?? [];
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
  return isLocalDate(date) ? date : undefined;
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
