/** A calendar day as `YYYY-MM-DD`, without a clock or time zone: what people mean by a date. */
export type CalendarDay = string;

const iso = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is `YYYY-MM-DD` and that day exists ('2026-02-30' does not). */
export const isCalendarDay = (text: string): boolean => {
  if (!iso.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
};
