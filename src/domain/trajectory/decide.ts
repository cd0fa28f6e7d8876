import type { Calendar } from '../calendar.js';
import type { EventBy } from '../case/aggregate.js';
import type { CaseActor } from '../case/policy-table.js';
import type { LocalDate } from '../local-date.js';
import type { Settings } from '../settings.js';
import type { DayPart } from './absences.js';
import { replanned, schoolDeciders, type SchoolCommand } from './decide-school.js';
import { foldTrajectory } from './evolve.js';
import { lookFrom, nextStepOfTrajectory, pauseUntil, startAgainBy } from './clocks.js';
import { trajectoryEvent as event, type TrajectoryEvent } from './events.js';
import type { Handover, TrajectoryOutcome } from '../codes.js';
import { trajectoryRights, type TrajectoryAct, type TrajectoryDenial } from './policy.js';
import type { TrajectoryState } from './states.js';
import { isTooLate, nextStill, type StillWho } from './still-at-school.js';
import type { Trajectory } from './trajectory.js';

/** Everything that can be asked of a trajectory; `act` is the act in the policy. */
export type TrajectoryCommand =
  | { readonly act: 'start'; readonly on: LocalDate }
  | { readonly act: 'pause'; readonly until: LocalDate }
  | {
      readonly act: 'close';
      readonly on: LocalDate;
      readonly outcome: TrajectoryOutcome;
      readonly handover: Handover | null;
    }
  /** `of`: whom it is asked; `skip`: it is not asked of this one. */
  | { readonly act: 'still-at-school'; readonly of: StillWho; readonly skip: boolean }
  | SchoolCommand
  | { readonly act: 'count-half-days'; readonly week: LocalDate; readonly count: number }
  | { readonly act: 'note-absence'; readonly on: LocalDate; readonly part: DayPart }
  | { readonly act: 'take-back-absence'; readonly on: LocalDate }
  /** `part`: null when the pupil was there after all. */
  | { readonly act: 'correct-absence'; readonly on: LocalDate; readonly part: DayPart | null }
  | {
      readonly act:
        | 'postpone'
        | 'take-back-start'
        | 'look'
        | 'resume'
        | 'reopen'
        | 'drop'
        | 'follow-up'
        | 'handle-absences'
        | 'answer-still';
    };

/** Who asks, when, and what the desk has set. `by` without its side: the policy gives it. */
export interface TrajectoryMoment {
  readonly now: Date;
  readonly actor: CaseActor;
  readonly by: Pick<EventBy, 'personId' | 'organisationId'>;
  readonly calendar: Calendar;
  readonly settings: Settings;
  /** The pupil is enrolled in a school that can hear how it goes (R14). */
  readonly hasSchool: boolean;
}

export interface TrajectoryRefusal {
  readonly denied: TrajectoryDenial;
}

type CommandOf<A extends TrajectoryCommand['act']> = Extract<TrajectoryCommand, { readonly act: A }>;
type Around = Pick<TrajectoryMoment, 'calendar' | 'settings' | 'hasSchool'>;
/** What an act makes of a trajectory, once the policy has allowed it. An empty list: nothing new. */
type Decider<A extends TrajectoryCommand['act']> = (
  trajectory: Trajectory,
  command: CommandOf<A>,
  by: EventBy,
  around: Around,
) => readonly TrajectoryEvent[];

/** Absent on a day, or there after all (`part` null); what is known already is nothing new. */
function presenceOn({ absences }: Trajectory, on: LocalDate, part: DayPart | null, by: EventBy): TrajectoryEvent[] {
  const was = absences.find((one) => one.on === on)?.part ?? null;
  if (was === part) return [];
  return [part === null ? event('absence-taken-back', { on }, by) : event('absent', { on, part }, by)];
}

/** What the program does about the question whether the pupil is still at school, once its moment has come. */
function askStill(
  one: Trajectory,
  { of, skip }: CommandOf<'still-at-school'>,
  by: EventBy,
  { calendar }: Around,
): TrajectoryEvent[] {
  const next = nextStill(one, calendar);
  if (next === null || next.at > by.at) return [];
  const { what, months } = next;
  if (what === 'remind') return [event('still-reminded', {}, by)];
  if (what === 'end') return [event('still-unknown', {}, by)];
  if (skip || isTooLate(next, by.at)) return [event('still-skipped', { months }, by)];
  return [event('still-asked', { months, on: calendar.dayOf(by.at), of }, by)];
}

const deciders: { readonly [A in TrajectoryCommand['act']]: Decider<A> } = {
  start: (_one, { on }, by, { calendar, settings }) => [
    event('started', { on, nextBy: lookFrom(by.at, calendar, settings) }, by),
  ],
  postpone: (_one, _command, by, { calendar }) => [event('postponed', { nextBy: startAgainBy(by.at, calendar) }, by)],
  'take-back-start': (_one, _command, by, { calendar }) => [
    event('start-taken-back', { nextBy: startAgainBy(by.at, calendar) }, by),
  ],
  look: (_one, _command, by, { calendar, settings }) => [
    event('looked', { nextBy: lookFrom(by.at, calendar, settings) }, by),
  ],
  pause: (_one, { until }, by, { calendar }) => [event('paused', { nextBy: pauseUntil(until, calendar) }, by)],
  resume: (_one, _command, by, { calendar, settings }) => [
    event('resumed', { nextBy: lookFrom(by.at, calendar, settings) }, by),
  ],
  /** The same number again is nothing new. */
  'count-half-days': ({ weeks }, { week, count }, by) => {
    const was = weeks.find((one) => one.week === week)?.count ?? null;
    return was === count ? [] : [event('half-days-counted', { week, count, was }, by)];
  },
  'note-absence': (one, { on, part }, by) => presenceOn(one, on, part, by),
  'take-back-absence': (one, { on }, by) => presenceOn(one, on, null, by),
  'correct-absence': (one, { on, part }, by) => presenceOn(one, on, part, by),
  'handle-absences': ({ absences }, _command, by) => {
    const until = absences.at(-1)?.on;
    return until === undefined ? [] : [event('absences-handled', { until }, by)];
  },
  ...schoolDeciders,
  'still-at-school': askStill,
  /** What was answered goes elsewhere: it is counted, and never stands beside the pupil. */
  'answer-still': (_one, _command, by) => [event('still-answered', {}, by)],
  /** To whom it was handed over is told where there was a handover. */
  close: (_one, { on, outcome, handover }, by) => [event('closed', { on, outcome, handover }, by)],
  reopen: (_one, _command, by, { calendar, settings }) => [
    event('reopened', { nextBy: lookFrom(by.at, calendar, settings) }, by),
  ],
  drop: (_one, _command, by) => [event('dropped', {}, by)],
  'follow-up': (trajectory, _command, by, { calendar }) => {
    const next = nextStepOfTrajectory(trajectory, calendar);
    if (next === null || next.owner === 'clock' || next.by > by.at) return [];
    return [event('followed-up', { owner: next.owner }, by)];
  },
};

/** What happens to a trajectory: the only place with its rules. Events, none for nothing new, or why not. Pure. */
export function decideTrajectory(
  trajectory: Trajectory,
  command: TrajectoryCommand,
  { now, actor, by, ...around }: TrajectoryMoment,
): readonly TrajectoryEvent[] | TrajectoryRefusal {
  const allowed = trajectoryRights.can(actor, command.act, trajectory, now);
  if ('denied' in allowed) return allowed;
  const decider = deciders[command.act] as Decider<TrajectoryCommand['act']>;
  const who = { at: now, side: allowed.side, ...by };
  const events = decider(trajectory, command as never, who, around);
  if (!changesPlan.includes(command.act) || (events.length === 0 && command.act !== 'plan-school')) return events;
  return [...events, ...replanned(foldTrajectory(trajectory, events), who, around)];
}

/** After these what is to be written for the school may be something else. */
const changesPlan: readonly TrajectoryAct[] = [
  'start',
  'take-back-start',
  'pause',
  'resume',
  'close',
  'reopen',
  'agree-school',
  'write-school',
  'skip-school',
  'plan-school',
];

export const isTrajectoryDenied = (
  decided: readonly TrajectoryEvent[] | TrajectoryRefusal,
): decided is TrajectoryRefusal => 'denied' in decided;

/** What an act leaves behind, so that the same press once more is known as such. */
const leaves: Partial<Readonly<Record<TrajectoryAct, TrajectoryState>>> = {
  start: 'started',
  'take-back-start': 'awaited',
  pause: 'paused',
  resume: 'started',
  close: 'closed',
  reopen: 'started',
};

/** Whether a trajectory already is what this act would make of it. */
export const isTrajectoryDone = ({ state }: Trajectory, act: TrajectoryAct): boolean => leaves[act] === state;
