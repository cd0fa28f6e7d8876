import { daysBetween, daysLater, type LocalDate } from '../local-date.js';
import { schoolYearOf, startOfSchoolYear } from '../school-year.js';

/**
 * What figures are counted over: a trimester of a school year, or from one meeting of the working group to the next.
 * Local days; `until` is the first day after it. The caller turns both into the instants at which these days begin.
 */
export interface Period {
  readonly kind: 'trimester' | 'between';
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/**
 * The first months of the three trimesters. The sources do not say where they lie: September to December, January to
 * March and April to August is our own reading, and stands only here.
 */
const firstDays = ['09-01', '01-01', '04-01'] as const;

/** The first days of the trimesters of the school year of this day, and of the year after it. */
const startsOf = (day: LocalDate): LocalDate[] => {
  const year = Number(startOfSchoolYear(day).slice(0, 4));
  return [...firstDays.map((first, index) => `${index === 0 ? year : year + 1}-${first}`), `${year + 1}-09-01`];
};

/** The trimester in which a day falls. */
export function trimesterOf(day: LocalDate): Period {
  const starts = startsOf(day);
  const from = starts.findLast((start) => start <= day);
  const until = starts.find((start) => start > day);
  if (from === undefined || until === undefined) throw new Error(`no trimester holds ${day}`);
  return { kind: 'trimester', from, until };
}

/** Which of the three trimesters of its school year this is: 1, 2 or 3. */
export const trimesterNumber = ({ from }: Period): number =>
  firstDays.findIndex((first) => first === from.slice(5)) + 1;

/** From one day up to, not including, another, such as from meeting to meeting. */
export const periodBetween = (from: LocalDate, until: LocalDate): Period => ({ kind: 'between', from, until });

/** The trimester before; of any other period as many days right before it. */
export const previousPeriod = ({ kind, from, until }: Period): Period =>
  kind === 'trimester'
    ? trimesterOf(daysLater(from, -1))
    : periodBetween(daysLater(from, -daysBetween(from, until)), from);

/** `2026-2027/1`, or `2026-11-16/2027-02-08`: the same for the same period, for keys. */
export const periodKey = (period: Period): string =>
  period.kind === 'trimester'
    ? `${schoolYearOf(period.from)}/${trimesterNumber(period)}`
    : `${period.from}/${period.until}`;
