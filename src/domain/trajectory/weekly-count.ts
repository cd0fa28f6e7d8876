import type { Calendar } from '../calendar.js';
import type { OrganisationId } from '../ids.js';
import type { LocalDate } from '../local-date.js';
import { postKey, type PostKey } from '../reference-to.js';
import { daysFrom, weekOf } from './half-days.js';
import type { Trajectory } from './trajectory.js';

/** How a provider is asked to count the half days of a week: asked, once more, and then the desk is told. */
export const countStages = ['asked', 'again', 'desk'] as const;
export type CountStage = (typeof countStages)[number];

/** A working day of the desk is 390 minutes. */
const workingDay = 390;
const patience: Readonly<Record<CountStage, number>> = { asked: 0, again: 2 * workingDay, desk: 4 * workingDay };

/** So many weeks back a reminder may still come: a school holiday lies between. */
export const weeksBack = 3;

/** When somebody is asked to count a week, reminded of it, or the desk is told: from Friday afternoon on, in the desk's hours. */
export function countMoment(week: LocalDate, stage: CountStage, calendar: Calendar): Date {
  const friday = calendar.nextOpening(calendar.at(daysFrom(week, 4), 14, 0));
  return stage === 'asked' ? friday : calendar.addWorkingMinutes(friday, patience[stage]);
}

const isSchoolWeek = (week: LocalDate, calendar: Calendar): boolean =>
  calendar.schoolHalfDaysBetween(week, daysFrom(week, 5)) > 0;

/** The weeks of which half days may be asked now, the last one first; a week of holidays is not asked. */
export const weeksToAsk = (now: Date, calendar: Calendar): LocalDate[] =>
  Array.from({ length: weeksBack + 1 }, (_, back) => daysFrom(weekOf(calendar.dayOf(now)), -7 * back)).filter(
    (week) => isSchoolWeek(week, calendar) && countMoment(week, 'asked', calendar) <= now,
  );

/** When a trajectory paused; `until` is null as long as it does. */
export interface Pause {
  readonly from: Date;
  readonly until: Date | null;
}

/** A pause that began on the Monday or before, and did not end before the weekend. */
const coversWeek = ({ from, until }: Pause, week: LocalDate, calendar: Calendar): boolean =>
  calendar.dayOf(from) <= week && (until === null || calendar.dayOf(until) > daysFrom(week, 4));

/** What tells whether a pupil was there in a week. */
interface Counted {
  readonly trajectory: Pick<Trajectory, 'state' | 'startedOn' | 'closedOn' | 'weeks'>;
  readonly pauses: readonly Pause[];
}

/** Whether half days of this pupil are still to be counted in this week; of one that paused all that week nothing is asked. */
export const isToCount = (
  { trajectory: { state, startedOn, closedOn, weeks }, pauses }: Counted,
  week: LocalDate,
  calendar: Calendar,
): boolean =>
  (state === 'started' || state === 'paused' || (state === 'closed' && closedOn !== null && closedOn >= week)) &&
  startedOn !== null &&
  startedOn <= daysFrom(week, 4) &&
  weeks.every((one) => one.week !== week) &&
  !pauses.some((pause) => coversWeek(pause, week, calendar));

/** The card that asks a provider for a week, its reminder, and the one before the desk. */
export const countPost = (provider: OrganisationId, week: LocalDate, stage: CountStage): PostKey =>
  postKey(`half-days:${provider}:${week}:${stage}`);

/** All the cards about one week of a provider. */
export const countPosts = (provider: OrganisationId, week: LocalDate): PostKey[] =>
  countStages.map((stage) => countPost(provider, week, stage));
