import { z } from 'zod';
import { localDay } from '../case/values.js';
import type { LocalDate } from '../local-date.js';

/** Which part of a day a pupil was not there. */
export const dayParts = ['day', 'morning', 'afternoon'] as const;
export type DayPart = (typeof dayParts)[number];

export const absenceSchema = z.object({ on: localDay, part: z.enum(dayParts) });
export type Absence = Readonly<z.infer<typeof absenceSchema>>;

/** So many in a row stand before the desk. */
export const tooManyInARow = 3;
/** A pupil comes some days a week: absences are in a row when no more than a week lies between them (reading). */
const rowDays = 7;

/** So many days back an absence can be noted or put right. */
export const absenceDays = 28;

const dayMs = 86_400_000;
const apart = (one: LocalDate, other: LocalDate): number => (Date.parse(other) - Date.parse(one)) / dayMs;

/** With this day, or this day otherwise; in order. */
export const withAbsence = (absences: readonly Absence[], one: Absence): Absence[] =>
  [...absences.filter(({ on }) => on !== one.on), one].sort((a, b) => a.on.localeCompare(b.on));

/** How many of the last ones follow each other, after the day up to which somebody has seen to them. */
export function inARow(absences: readonly Absence[], handledUntil: LocalDate | null): number {
  const days = absences.map(({ on }) => on).filter((on) => handledUntil === null || on > handledUntil);
  let count = days.length === 0 ? 0 : 1;
  for (let at = days.length - 1; at > 0 && apart(days[at - 1] ?? '', days[at] ?? '') <= rowDays; at--) count += 1;
  return count;
}
