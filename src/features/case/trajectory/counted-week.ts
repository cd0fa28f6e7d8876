import type { ViewContext } from '../../../contracts/context.js';
import type { CountedTrajectory } from '../../../contracts/trajectory.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { texts } from '../../../texts/index.js';
import { weekDay } from './half-day-fields.js';

/** What was counted of a week at a provider. */
export interface CountedWeekOf {
  readonly week: LocalDate;
  readonly pupils: number;
  readonly halfDays: number;
  /** Of how many nothing yet. */
  readonly uncounted: number;
  /** The desk wrote some of it down. */
  readonly byDesk: boolean;
}

/** Everything that was counted of a week, of everybody who ran. */
export function countedOf(all: readonly CountedTrajectory[], week: LocalDate): CountedWeekOf {
  const counts = all.flatMap(({ trajectory }) => trajectory.weeks.filter((one) => one.week === week));
  return {
    week,
    pupils: counts.length,
    halfDays: counts.reduce((sum, { count }) => sum + count, 0),
    uncounted: all.length - counts.length,
    byDesk: counts.some(({ notedBy }) => notedBy === 'desk'),
  };
}

/** `Week van ma 23 nov.: 12 halve dagen van 3 leerlingen.` */
export const countedSentence = ({ week, pupils, halfDays }: CountedWeekOf, context: ViewContext): string =>
  texts(context.language)('trajectory.half-days-counted.sentence', { week: weekDay(week, context), pupils, halfDays });
