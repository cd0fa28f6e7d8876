import { sql } from 'kysely';
import { countingVersion } from '../../../domain/figures/counting/index.js';
import type { TrailId } from '../../../domain/ids.js';
import type { Db } from './progress.js';

/** Part of the timeline: after `after`, up to `to`, at most so many things that happened. */
export interface Stretch {
  readonly after: number;
  /** Null: to its end. */
  readonly to: number | null;
  readonly most: number;
}

export interface Changed {
  /** The trails to which something happened that was not counted yet. */
  readonly trails: readonly TrailId[];
  /** Where the stretch ended; null: nothing happened. */
  readonly last: number | null;
  /** There may be more after it. */
  readonly isFull: boolean;
}

/**
 * Which trails a stretch of the timeline is about. One that was counted since, with all of it, is left out. Each is looked up by its id: with
 * joins the planner walks through all referrals, because it does not know how short the stretch is.
 */
export async function changedTrails(db: Db, { after, to, most }: Stretch): Promise<Changed> {
  const { rows } = await sql<{ trails: TrailId[]; last: number | null; many: number }>`
    with told as (
      select subject, subject_id, seq from timeline
      where seq > ${after} ${to === null ? sql`` : sql`and seq <= ${to}`} order by seq limit ${most}
    ), of_trail as (
      select max(seq) as seq, case subject
        when 'referral' then (select r.trail_id from referral r where r.id = subject_id)
        when 'trajectory' then (select tj.trail_id from trajectory tj where tj.id = subject_id)
        when 'inquiry' then (select q.trail_id from inquiry q where q.id = subject_id) end as trail_id
      from told group by subject, subject_id
    )
    select array(
      select distinct o.trail_id::text from of_trail o where o.trail_id is not null and coalesce(
        (select f.upto from figure_trail f where f.trail_id = o.trail_id and f.version = ${countingVersion}), -1) < o.seq) as trails,
      (select max(seq) from told) as last, (select count(*) from told)::integer as many`.execute(db);
  const { trails = [], last = null, many = 0 } = rows[0] ?? {};
  return { trails, last, isFull: many === most };
}

/** Trails of which time alone has changed what they add. */
export async function trailsDue(db: Db, now: Date, most: number): Promise<TrailId[]> {
  const rows = await db
    .selectFrom('figureTrail')
    .select('trailId')
    .where('againAt', 'is not', null)
    .where('againAt', '<=', now)
    .orderBy('againAt')
    .limit(most)
    .execute();
  return rows.map(({ trailId }) => trailId);
}
