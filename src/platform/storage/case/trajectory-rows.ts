import { sql, type RawBuilder } from 'kysely';
import { parseTrajectory, type Trajectory } from '../../../domain/trajectory/trajectory.js';
import { fromJson, type Json } from '../rows/from-json.js';
import { presentReferrer } from './round-table-rows.js';

/** The trajectories of a referral as JSON, oldest first; `referral` is its id. */
export const trajectoriesJson = (referral: RawBuilder<unknown>): RawBuilder<readonly Json[]> => sql<readonly Json[]>`(
  select coalesce(jsonb_agg(to_jsonb(tj) || ${presentReferrer('tj')} order by tj.wanted_at, tj.id), '[]') from trajectory tj
  where tj.referral_id = ${referral})`;

/** Those rows, checked. */
export const asTrajectories = (rows: readonly Json[]): Trajectory[] =>
  rows.map((row) => parseTrajectory(fromJson(row)));
