import type { Referral } from '../domain/case/referral.js';
import type { OrganisationId } from '../domain/ids.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Trajectory } from '../domain/trajectory/trajectory.js';
import type { CaseFacts } from './case.js';

/** A trajectory of which half days are counted, with its referral. */
export interface CountedTrajectory {
  readonly trajectory: Trajectory;
  readonly referral: Referral;
}

/** Of whom half days are counted: who runs, or ended since a moment; begun by a day. */
export interface RunningFilter {
  /** Null: of all. */
  readonly providerId: OrganisationId | null;
  readonly begunBy: LocalDate;
  readonly endedSince: Date;
}

/** A trajectory with its referral and everybody in it. */
export interface TrajectoryCase extends CaseFacts {
  readonly trajectory: Trajectory;
}
