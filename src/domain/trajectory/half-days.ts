import { z } from 'zod';
import { localDay } from '../case/values.js';
import type { LocalDate } from '../local-date.js';

/** Half days in a week, Monday to Friday. */
export const mostHalfDays = 10;

/** How many half days a pupil was there in the week that begins on this Monday (R15). */
export const countedWeekSchema = z.object({
  week: localDay,
  count: z.number().int().min(0).max(mostHalfDays),
  /** The desk wrote it down in the provider's name. */
  notedBy: z.literal('desk').optional(),
});
export type CountedWeek = Readonly<z.infer<typeof countedWeekSchema>>;

const dayMs = 86_400_000;

/** So many days later, or earlier. */
export const daysFrom = (day: LocalDate, count: number): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);

/** The Monday of the week of a day. */
export function weekOf(day: LocalDate): LocalDate {
  const at = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10);
}

/** The weeks with this one counted, or counted anew; in order. */
export const withWeek = (weeks: readonly CountedWeek[], counted: CountedWeek): CountedWeek[] =>
  [...weeks.filter(({ week }) => week !== counted.week), counted].sort((one, other) =>
    one.week.localeCompare(other.week),
  );

export const totalOf = (weeks: readonly CountedWeek[]): number => weeks.reduce((sum, { count }) => sum + count, 0);

/** What stands in the field of a week: what was counted, else what was counted last before it; null when nothing was. */
export const proposedCount = (weeks: readonly CountedWeek[], week: LocalDate): number | null =>
  weeks.find((one) => one.week === week)?.count ?? weeks.filter((one) => one.week < week).at(-1)?.count ?? null;
