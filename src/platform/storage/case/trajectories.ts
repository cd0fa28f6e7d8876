import { sql, type Kysely, type Transaction } from 'kysely';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import type { Trajectory } from '../../../domain/trajectory/trajectory.js';
import type { Json } from '../rows/from-json.js';
import type { Schema } from '../rows/schema.js';
import { storeVersion } from '../rows/store-version.js';
import { loadCase } from './load-case.js';
import { asTrajectories, trajectoriesJson } from './trajectory-rows.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Stores the row that its events have made: a new one, or exactly the version that was read. Throws `VersionConflict`. */
export async function saveTrajectory(
  trx: Transaction<Schema>,
  before: Trajectory | null,
  after: Trajectory,
): Promise<Trajectory> {
  const readVersion = before?.version ?? 0;
  const stored = { ...after, version: readVersion + 1 } as Trajectory;
  await storeVersion(trx, 'trajectory', readVersion, stored);
  return stored;
}

/** A trajectory with its referral and everybody in it; null when there is none. */
export async function loadTrajectory(db: Db, id: TrajectoryId): Promise<TrajectoryCase | null> {
  const row = await db.selectFrom('trajectory').select('referralId').where('id', '=', id).executeTakeFirst();
  const facts = row === undefined ? null : await loadCase(db, row.referralId);
  const trajectory = facts?.trajectories.find((one) => one.id === id);
  return facts === null || trajectory === undefined ? null : { ...facts, trajectory };
}

/** The trajectories of a referral, oldest first. */
export async function trajectoriesOf(db: Db, referralId: string): Promise<Trajectory[]> {
  const { rows } = await sql<{ all: readonly Json[] }>`
    select ${trajectoriesJson(sql`${referralId}::uuid`)} as all`.execute(db);
  return asTrajectories(rows[0]?.all ?? []);
}
