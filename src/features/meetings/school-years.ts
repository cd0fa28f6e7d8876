import type { LocalDate } from '../../domain/local-date.js';
import { schoolYearOf, type SchoolYear } from '../../domain/school-year.js';
import { meetingNumbers, type MeetingNumber } from '../../domain/workgroup/meeting-plan.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';

/** The school year after (before) one: '2026-2027' gives '2027-2028'. */
export const yearFrom = (year: SchoolYear, steps: number): SchoolYear => {
  const start = Number(year.slice(0, 4)) + steps;
  return `${start}-${start + 1}`;
};

/** The meetings of a school year that stand: planned or held. */
export const standingIn = (meetings: readonly Meeting[], year: SchoolYear): Meeting[] =>
  meetings.filter(({ schoolYear, state }) => schoolYear === year && state !== 'cancelled');

/** Which of the three are still to be planned in a school year (R19). */
export const freeNumbers = (meetings: readonly Meeting[], year: SchoolYear): MeetingNumber[] =>
  meetingNumbers.filter((number) => standingIn(meetings, year).every((one) => one.number !== number));

/** The school year that is planned when nobody says which: this one as long as something is free in it, otherwise the next. */
export function yearToPlan(meetings: readonly Meeting[], today: LocalDate): SchoolYear {
  const year = schoolYearOf(today);
  const isAlmostOver = today >= `${year.slice(5)}-06-01`;
  return isAlmostOver || freeNumbers(meetings, year).length === 0 ? yearFrom(year, 1) : year;
}
