import type { Referral, Side } from '../domain/case/referral.js';
import type { StillCounted, StillMonths } from '../domain/codes.js';
import type { StillWho } from '../domain/trajectory/still-at-school.js';
import type { OrganisationId, PersonId } from '../domain/ids.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Trajectory } from '../domain/trajectory/trajectory.js';
import type { Pause } from '../domain/trajectory/weekly-count.js';
import type { CaseFacts } from './case.js';

/** A trajectory of which half days are counted, with its referral. */
export interface CountedTrajectory {
  readonly trajectory: Trajectory;
  readonly referral: Referral;
}

/** The same, with when it paused: nothing is asked of a week that lies wholly in a pause. */
export interface RunningTrajectory extends CountedTrajectory {
  readonly pauses: readonly Pause[];
}

/** Of whom half days are counted: who runs, or ended since a moment; begun by a day. */
export interface RunningFilter {
  /** Null: of all. */
  readonly providerId: OrganisationId | null;
  readonly begunBy: LocalDate;
  readonly endedSince: Date;
}

/** One answer to the question whether a pupil is still at school, as it is counted: nothing of whom. `since`: the trimester. */
export interface StillCount {
  readonly since: LocalDate;
  readonly region: string;
  readonly months: StillMonths;
  readonly answer: StillCounted;
}

/** Whose question it is: a person's or a team's, under a day. */
export interface StillFilter {
  readonly of: StillWho;
  readonly who: string;
  readonly on: LocalDate;
}

/** A pupil of whom it is asked, with the name of the service of the trajectory. */
export interface StillAsked extends CountedTrajectory {
  readonly service: string;
}

/** What was written for the school, asked about it, or released, by whom. */
export interface SchoolText {
  readonly what: 'written' | 'asked' | 'released';
  readonly at: Date;
  readonly side: Side | null;
  readonly person: string | null;
  readonly personId: PersonId | null;
  /** Null: what was sealed was erased. */
  readonly text: string | null;
}

/** A trajectory with its referral and everybody in it. */
export interface TrajectoryCase extends CaseFacts {
  readonly trajectory: Trajectory;
}
