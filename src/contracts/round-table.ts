import type { StoredCase } from '../domain/case/reconcile.js';
import type { Organiser, RoundTable } from '../domain/round-table/round-table.js';
import type { Trajectory } from '../domain/trajectory/trajectory.js';
import type { CaseFacts } from './case.js';

/** A round table with its referral and everybody in it. */
export interface RoundTableFacts extends CaseFacts {
  readonly table: RoundTable;
}

/** What is stored of a referral, with its round tables, its trajectories, and who organises them at its provider. */
export interface StoredWithTables extends StoredCase {
  readonly roundTables: readonly RoundTable[];
  readonly trajectories: readonly Trajectory[];
  readonly organiser: Organiser;
  /** Another referral of the same trail that has a place, by its reference. */
  readonly placedElsewhere: string | null;
}
