import type { Trajectory } from '../domain/trajectory/trajectory.js';
import type { CaseFacts } from './case.js';

/** A trajectory with its referral and everybody in it. */
export interface TrajectoryCase extends CaseFacts {
  readonly trajectory: Trajectory;
}
