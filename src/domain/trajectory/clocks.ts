import type { Calendar } from '../calendar.js';
import { mostNudges, type NextStep } from '../case/clocks.js';
import type { TrajectoryId } from '../ids.js';
import type { LocalDate } from '../local-date.js';
import { jobTo } from '../reference-to.js';
import type { Settings } from '../settings.js';
import { tooManyInARow } from './absences.js';
import { nextSchoolWake } from './school-message.js';
import { isLiveTrajectory } from './states.js';
import { nextStill } from './still-at-school.js';
import type { Trajectory } from './trajectory.js';

/** Why the program looks at a trajectory: whether the step that is expected was taken, what the school is to hear, whether the pupil is still at school. */
export const trajectoryWakes = ['follow-up', 'school', 'still-at-school'] as const;
export type TrajectoryWake = (typeof trajectoryWakes)[number];

export const trajectoryJobs = {
  wake: jobTo<{ readonly trajectoryId: TrajectoryId; readonly what: TrajectoryWake }>('wake-trajectory'),
} as const;

/** A moment at which the program looks at a trajectory again. */
export type TrajectoryClock = ReturnType<typeof trajectoryJobs.wake.at>;

/** Key of a clock of a trajectory. */
export const trajectoryKey = (id: string, what: TrajectoryWake): string => `trajectory:${id}:${what}`;

/** A working day of the desk is 390 minutes. */
const workingDay = 390;
/** Working time in which a pupil with a place is expected to start, and to start after all when that was put off. */
const startWithin = 15 * workingDay;
const postponedBy = 10 * workingDay;
/** Working time after which whoever is to act is reminded again. */
const patience = 3 * workingDay;

/** Until when a provider says whether a pupil who got a place now has started. */
export const startByFrom = (now: Date, calendar: Calendar): Date => calendar.addWorkingMinutes(now, startWithin);
export const startAgainBy = (now: Date, calendar: Calendar): Date => calendar.addWorkingMinutes(now, postponedBy);

/** The end of a day of the desk. */
const onDay = (day: LocalDate, calendar: Calendar): Date => calendar.at(day, 16, 0);

/** When a trajectory is looked at again: so many weeks from now. */
export const lookFrom = (now: Date, calendar: Calendar, { lookWeeks }: Pick<Settings, 'lookWeeks'>): Date =>
  onDay(calendar.addDays(calendar.dayOf(now), lookWeeks * 7), calendar);

/** A pause lasts until this day: then it is asked whether it goes on. */
export const pauseUntil = (day: LocalDate, calendar: Calendar): Date => onDay(day, calendar);

/** Who is expected to act next and by when; null for what is over. */
export function nextStepOfTrajectory(trajectory: Trajectory, calendar: Calendar): NextStep | null {
  const { nextBy, nudges } = trajectory;
  if (nextBy === null) return null;
  return {
    owner: nudges === 0 ? 'provider' : 'desk',
    by: nudges === 0 ? nextBy : calendar.addWorkingMinutes(nextBy, nudges * patience),
  };
}

/** Every clock that should be running for a trajectory, and no other. Pure: the platform stores the difference. */
export function clocksOfTrajectory(trajectory: Trajectory, calendar: Calendar): TrajectoryClock[] {
  const next = nextStepOfTrajectory(trajectory, calendar);
  const school = nextSchoolWake(trajectory, calendar);
  const still = nextStill(trajectory, calendar);
  return [
    ...(next === null || trajectory.nudges >= mostNudges ? [] : [clock(trajectory, 'follow-up', next.by)]),
    ...(school === null ? [] : [clock(trajectory, 'school', school)]),
    ...(still === null ? [] : [clock(trajectory, 'still-at-school', still.at)]),
  ];
}

const clock = ({ id: trajectoryId }: Trajectory, what: TrajectoryWake, at: Date): TrajectoryClock =>
  trajectoryJobs.wake.at(at, trajectoryKey(trajectoryId, what), { trajectoryId, what });

/** Whether the step that is expected is due: the provider is asked for it. */
export const isStepDue = (trajectory: Trajectory, now: Date): boolean =>
  isLiveTrajectory(trajectory) && trajectory.nextBy !== null && trajectory.nextBy <= now;

/** Until when the step that is due is taken, before the desk sees to it; null: none is due. */
export const termOfStep = (trajectory: Trajectory, now: Date, calendar: Calendar): Date | null =>
  isStepDue(trajectory, now) && trajectory.nextBy !== null
    ? calendar.addWorkingMinutes(trajectory.nextBy, patience)
    : null;

/** The provider said that it did not start yet: it is asked again later. */
export const isPutOff = ({ state, since, nextBy }: Trajectory, calendar: Calendar): boolean =>
  state === 'awaited' && nextBy !== null && nextBy <= startAgainBy(since, calendar);

/** Absent so often in a row that the desk sees to it. */
export const isTooOftenAbsent = (trajectory: Trajectory): boolean =>
  isLiveTrajectory(trajectory) && trajectory.absentRow >= tooManyInARow;

/** It was not taken, and stands before the desk. */
export const isLeft = (trajectory: Trajectory): boolean =>
  isLiveTrajectory(trajectory) && trajectory.nudges >= mostNudges;
