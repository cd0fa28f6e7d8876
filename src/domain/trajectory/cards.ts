import type { LocalDate } from '../local-date.js';
import type { OrganisationId, PersonId, TrajectoryId } from '../ids.js';
import { formTo, referenceTo } from '../reference-to.js';
import type { DayPart } from './absences.js';
import type { TrajectoryEventName } from './events.js';
import type { TrajectoryState } from './states.js';
import type { StillWho } from './still-at-school.js';
import type { CountStage } from './weekly-count.js';

/** On whose card something stands. */
export const trajectoryReaders = ['clb', 'provider', 'desk'] as const;
export type TrajectoryReader = (typeof trajectoryReaders)[number];

/** What is told of a trajectory in a thread: an event, or that a step is expected. */
export type TrajectoryNews =
  | TrajectoryEventName
  | 'school-left-provider'
  | 'school-left-clb'
  | `left-${Extract<TrajectoryState, 'awaited' | 'started' | 'paused'>}`;

/** What a button of a trajectory carries: which one, and on whose card it stands. */
export type OnTrajectory = {
  readonly trajectoryId: TrajectoryId;
  readonly side?: TrajectoryReader | undefined;
};

/** Whose card asks whether pupils are still at school, and under which day. */
export type OnStill = {
  readonly of: StillWho;
  readonly who: PersonId | OrganisationId;
  readonly on: LocalDate;
  readonly again?: 'yes' | undefined;
};

/** The cards that show a trajectory. */
export const trajectoryCards = {
  card: referenceTo<OnTrajectory>('trajectory'),
  /** `on`: the day that goes with it, as text. */
  update: referenceTo<{
    readonly trajectoryId: TrajectoryId;
    readonly what: TrajectoryNews;
    readonly on: string | null;
    /** Of an absence. */
    readonly part: DayPart | null;
    /** The desk wrote it down in the provider's name. */
    readonly by?: 'desk';
  }>('trajectory-update'),
  /** What was counted of a week. */
  counted: referenceTo<{ readonly providerId: OrganisationId; readonly week: string }>('half-days-counted'),
  /** Asks whether pupils are still at school; `who`: a person or a team. */
  still: referenceTo<OnStill>('still-at-school'),
  /** Asks a provider to count a week, or the desk to phone for it. */
  week: referenceTo<{ readonly providerId: OrganisationId; readonly week: string; readonly stage: CountStage }>(
    'week-to-count',
  ),
} as const;

/** What the card on which half days are counted carries. */
export type OnHalfDays = {
  readonly providerId: OrganisationId;
  readonly week?: string | undefined;
  readonly page?: number | undefined;
  readonly ids?: string | undefined;
  /** On which card the numbers stood that asked for them. */
  readonly stage?: CountStage | undefined;
};

/** What a button of a message to the school carries: which one, and on whose card it stands. */
export type OnSchoolMessage = OnTrajectory & { readonly number: number };

/** The cards of what the school hears. `round`: how often it had been sent back when the card was posted. */
export const schoolCards = {
  message: referenceTo<OnSchoolMessage & { readonly round?: number | undefined }>('school-message'),
  /** For the one person who opened it. */
  opened: referenceTo<OnSchoolMessage>('opened-school-message'),
} as const;

/** The forms of a message to the school. */
export const schoolForms = {
  write: formTo<OnSchoolMessage>('write-school-message'),
  release: formTo<OnSchoolMessage>('release-school-message'),
  return: formTo<OnSchoolMessage>('return-school-message'),
} as const;

/** The forms of a trajectory. */
export const trajectoryForms = {
  start: formTo<OnTrajectory>('start-trajectory'),
  pause: formTo<OnTrajectory>('pause-trajectory'),
  close: formTo<OnTrajectory>('close-trajectory'),
  agreeSchool: formTo<OnTrajectory>('agree-school'),
  correctAbsence: formTo<OnTrajectory>('correct-absence'),
  /** Of everybody who runs at a provider; `week`: the Monday, `ids`: whose numbers stand in the fields, in order. */
  count: formTo<OnHalfDays>('count-half-days'),
} as const;
