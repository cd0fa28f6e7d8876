import { sql, type Kysely, type Transaction } from 'kysely';
import type { RunningFilter, RunningTrajectory, TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import { parseReferral } from '../../../domain/case/referral.js';
import { isLeftMessage, owedMessages } from '../../../domain/trajectory/school-message.js';
import { parseTrajectory, type Trajectory } from '../../../domain/trajectory/trajectory.js';
import { fromJson, type Json } from '../rows/from-json.js';
import { jsonb } from '../rows/json.js';
import type { Schema } from '../rows/schema.js';
import { loadCase } from './load-case.js';
import { asTrajectories, trajectoriesJson } from './trajectory-rows.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** What the lists ask of the messages to the school: until when each side is to act, and whether anything was left. */
const schoolOwed = (trajectory: Trajectory) => ({
  schoolProviderBy: owedMessages(trajectory, 'provider')[0]?.by ?? null,
  schoolClbBy: owedMessages(trajectory, 'clb')[0]?.by ?? null,
  schoolLeft: trajectory.schoolMessages.some(isLeftMessage),
});

/** A trajectory as its row holds it. */
export const trajectoryRow = (trajectory: Trajectory) => ({
  ...trajectory,
  weeks: jsonb<unknown>(trajectory.weeks),
  absences: jsonb<unknown>(trajectory.absences),
  still: jsonb<unknown>(trajectory.still),
  schoolMessages: jsonb<unknown>(trajectory.schoolMessages),
  ...schoolOwed(trajectory),
  schoolPlan: trajectory.schoolPlan === null ? null : jsonb<unknown>(trajectory.schoolPlan),
});

/** A trajectory with its referral and everybody in it; null when there is none. */
export async function loadTrajectory(db: Db, id: TrajectoryId): Promise<TrajectoryCase | null> {
  const row = await db.selectFrom('trajectory').select('referralId').where('id', '=', id).executeTakeFirst();
  const facts = row === undefined ? null : await loadCase(db, row.referralId);
  const trajectory = facts?.trajectories.find((one) => one.id === id);
  return facts === null || trajectory === undefined ? null : { ...facts, trajectory };
}

interface StoredPause {
  readonly from: string;
  readonly until: string | null;
}

/** Whose half days are counted: who runs, or ended not long ago; who began first in front. */
export async function runningTrajectories(
  db: Db,
  { providerId, begunBy, endedSince }: RunningFilter,
): Promise<RunningTrajectory[]> {
  const { rows } = await sql<{ trajectory: Json; referral: Json; pauses: readonly StoredPause[] }>`
    select to_jsonb(tj) as trajectory, to_jsonb(r) as referral, (
      select coalesce(jsonb_agg(jsonb_build_object('from', p.at, 'until', (
        select min(e.at) from timeline e where e.subject = 'trajectory' and e.subject_id = tj.id and e.seq > p.seq
          and e.name in ('resumed', 'closed', 'dropped', 'start-taken-back')))), '[]')
      from timeline p where p.subject = 'trajectory' and p.subject_id = tj.id and p.name = 'paused') as pauses
    from trajectory tj join referral r on r.id = tj.referral_id
    where (${providerId}::uuid is null or tj.provider_id = ${providerId}::uuid) and tj.started_on <= ${begunBy}
      and (tj.state in ('started', 'paused') or (tj.state = 'closed' and tj.since >= ${endedSince}))
    order by tj.started_on, r.reference`.execute(db);
  return rows.map(({ trajectory, referral, pauses }) => ({
    trajectory: parseTrajectory(fromJson(trajectory)),
    referral: parseReferral(fromJson(referral)),
    pauses: pauses.map(({ from, until }) => ({ from: new Date(from), until: until === null ? null : new Date(until) })),
  }));
}

/** The trajectories of a referral, oldest first. */
export async function trajectoriesOf(db: Db, referralId: string): Promise<Trajectory[]> {
  const { rows } = await sql<{ all: readonly Json[] }>`
    select ${trajectoriesJson(sql`${referralId}::uuid`)} as all`.execute(db);
  return asTrajectories(rows[0]?.all ?? []);
}
