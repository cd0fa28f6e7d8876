import { sql, type Kysely, type Transaction } from 'kysely';
import type { StillAsked, StillFilter } from '../../../contracts/trajectory.js';
import { parseReferral } from '../../../domain/case/referral.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import { parseTrajectory } from '../../../domain/trajectory/trajectory.js';
import { fromJson, type Json } from '../rows/from-json.js';
import type { Schema } from '../rows/schema.js';
import { presentReferrer } from './round-table-rows.js';

type Db = Kysely<Schema> | Transaction<Schema>;

/** Of whom a person or a team is asked whether they are still at school, under a day; who ended first in front. */
export async function stillAsked(db: Db, { of, who, on }: StillFilter): Promise<StillAsked[]> {
  const { rows } = await sql<{ trajectory: Json; referral: Json; service: string }>`
    select to_jsonb(tj) || ${presentReferrer('tj')} as trajectory, to_jsonb(r) as referral, s.name as service
    from trajectory tj join referral r on r.id = tj.referral_id join service s on s.id = tj.service_id
    where tj.state = 'closed' and tj.still->'asked'->>'of' = ${of} and tj.still->'asked'->>'on' = ${on}
      and ${who}::uuid = case when ${of} = 'team' then tj.clb_id else r.referrer_id end
    order by tj.closed_on, r.reference`.execute(db);
  return rows.map(({ trajectory, referral, service }) => ({
    trajectory: parseTrajectory(fromJson(trajectory)),
    referral: parseReferral(fromJson(referral)),
    service,
  }));
}

/** Whether another trajectory of the same trail came after this one; one that was dropped did not. */
export async function hasLaterTrajectory(db: Db, id: TrajectoryId): Promise<boolean> {
  const { rows } = await sql<{ later: boolean }>`
    select exists (
      select 1 from trajectory own join trajectory other on other.trail_id = own.trail_id
      where own.id = ${id} and other.id <> own.id and other.state <> 'dropped' and other.wanted_at > own.wanted_at
    ) as later`.execute(db);
  return rows[0]?.later ?? false;
}
