import { daysLater, type LocalDate } from '../local-date.js';
import { startOfSchoolYear } from '../school-year.js';
import { trimesterNumber, trimesterOf, type Period } from './period.js';

/** What figures are asked of most: two school years, the trimesters that have begun, two months. */
export const periodNames = [
  'this-year',
  'last-year',
  'trimester-1',
  'trimester-2',
  'trimester-3',
  'this-month',
  'last-month',
] as const;
export type PeriodName = (typeof periodNames)[number];

/** A period with its name, up to and including today at most. Local days; `until` is the first day after it. */
export interface NamedPeriod extends Pick<Period, 'from' | 'until'> {
  readonly name: PeriodName;
}

const firstOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;

/** The periods that can be asked for today, first this school year; a trimester that is still to come is none of them. */
export function namedPeriods(today: LocalDate): [NamedPeriod, ...NamedPeriod[]] {
  const tomorrow = daysLater(today, 1);
  const year = startOfSchoolYear(today);
  const lastYear = startOfSchoolYear(daysLater(year, -1));
  const month = firstOfMonth(today);
  return [
    { name: 'this-year', from: year, until: tomorrow },
    { name: 'last-year', from: lastYear, until: year },
    ...trimestersFrom(year, today),
    { name: 'this-month', from: month, until: tomorrow },
    { name: 'last-month', from: firstOfMonth(daysLater(month, -1)), until: month },
  ];
}

/** Those that have begun; the present one ends today. */
function trimestersFrom(year: LocalDate, today: LocalDate): NamedPeriod[] {
  const { until, ...first } = trimesterOf(year);
  const found: NamedPeriod[] = [];
  for (let at = { ...first, until }; at.from <= today; at = trimesterOf(at.until)) {
    const ends = daysLater(today, 1);
    found.push({
      name: `trimester-${trimesterNumber(at)}` as PeriodName,
      from: at.from,
      until: at.until < ends ? at.until : ends,
    });
    if (found.length === 3) break;
  }
  return found;
}
