import { caseJobs } from '../../../domain/case/clocks.js';
import type { Read } from '../../../contracts/read.js';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { StoredWithTables } from '../../../contracts/round-table.js';
import type { StoredPost } from '../../../domain/case/reconcile.js';
import { trajectoryJobs, trajectoryWakes } from '../../../domain/trajectory/clocks.js';
import { liveTrajectoryStates } from '../../../domain/trajectory/states.js';
import { inquiryJobs } from '../../../domain/inquiry/clocks.js';
import { roundTableJobs, roundTableWakes } from '../../../domain/round-table/clocks.js';
import type { Organiser } from '../../../domain/round-table/round-table.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Schema } from '../rows/schema.js';
import { asReferral } from './load-case.js';
import { asRoundTables, roundTablesJson } from './round-table-rows.js';
import { asTrajectories, trajectoriesJson } from './trajectory-rows.js';
import { countRemade, lostMessages } from './stray-messages.js';

type Db = Kysely<Schema> | Transaction<Schema>;

interface Stored {
  readonly clocks: readonly { readonly key: string; readonly at: string }[];
  readonly posts: readonly (Omit<StoredPost, 'touchedAt'> & { readonly touchedAt: string })[];
}

const caseClockJobs = Object.values(caseJobs);
/** The last part of the keys of a referral's clocks. */
const clockNames = ['deliver', 'remind', 'follow-up', 'end-undo', 'question', 'beside', 'check-in'] as const;

/** What is over is looked at for so long: nine months after a trajectory it is asked whether the pupil is still at school (R13). */
const overMs = 400 * 86_400_000;
const isOver = sql`(r.state = 'completed' or (r.state in ('no-match', 'full') and r.referred_on and r.questions = '[]'))`;

/**
 * The next ones to look at: what is open, what is not over for long, and what still has something to tell the school. Each kind by an
 * index of its own, so that years of what is over cost nothing.
 */
const lookedAt = (after: ReferralId | null, limit: number, now: Date) => {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const since = new Date(now.getTime() - overMs);
  return sql`(select r.id from referral r where r.state <> 'withdrawn' and not ${isOver} and r.id > ${from}
      order by r.id limit ${limit})
    union (select r.id from referral r where ${isOver} and r.since > ${since} and r.id > ${from} order by r.id limit ${limit})
    union (select tj.referral_id from trajectory tj
      where (tj.school_provider_by is not null or tj.school_clb_by is not null or tj.school_left) and tj.referral_id > ${from}
      order by tj.referral_id limit ${limit})`;
};

/** What is really stored of open referrals, in order of their ids, at most so many after `after`. */
async function storedCases(db: Db, after: ReferralId | null, limit: number, now: Date): Promise<StoredWithTables[]> {
  const rows = await db
    .selectFrom('referral')
    .selectAll('referral')
    .select([
      sql<Stored['clocks']>`(select coalesce(jsonb_agg(jsonb_build_object('key', d.key, 'at', d.at)), '[]') from due d
        where d.key = any(array[${sql.join(clockNames.map((name) => sql`'referral:' || referral.id || ${sql.lit(`:${name}`)}`))}]
          || array(select 'round-table:' || rt.id || ':' || what from round_table rt,
            unnest(${sql.val([...roundTableWakes])}::text[]) what where rt.referral_id = referral.id)
          || array(select 'trajectory:' || tj.id || ':' || what from trajectory tj,
            unnest(${sql.val([...trajectoryWakes])}::text[]) what where tj.referral_id = referral.id)))`.as('clocks'),
      sql<Stored['posts']>`(select coalesce(jsonb_agg(jsonb_build_object('key', m.key, 'state', m.state,
        'touchedAt', coalesce(m.sent_at, m.created_at))), '[]') from message m
        where m.referral_id = referral.id and m.living or m.key = 'waitlist:' || referral.service_id
          or m.key = 'match:' || referral.referrer_id || ':' || (referral.match->>'serviceId') || ':' || (referral.match->>'on')
          or m.key = 'check-in:' || referral.referrer_id || ':' || (referral.list_check->'asked'->>'on')
          or m.key = 'check-in:' || referral.referrer_id || ':' || (referral.list_check->'asked'->>'on') || ':again'
          or m.key = any(array(select 'still-at-school:' || (tj.still->'asked'->>'of') || ':' || case tj.still->'asked'->>'of'
            when 'team' then tj.clb_id else referral.referrer_id end || ':' || (tj.still->'asked'->>'on') || suffix
            from trajectory tj, unnest(array['', ':again']) suffix where tj.referral_id = referral.id)))`.as('posts'),
      roundTablesJson(sql`referral.id`).as('roundTables'),
      trajectoriesJson(sql`referral.id`).as('trajectories'),
      sql<
        string | null
      >`(select p.reference from referral p where p.trail_id = referral.trail_id and p.id <> referral.id
        and p.state = 'placed' order by p.reference limit 1)`.as('placedElsewhere'),
      sql<Organiser | null>`(select o.round_table_by from organisation o where o.id = referral.provider_id)`.as(
        'organiser',
      ),
    ])
    .where(sql<boolean>`referral.id in (${lookedAt(after, limit, now)})`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ clocks, posts, roundTables, trajectories, organiser, placedElsewhere, ...referral }) => ({
    referral: asReferral(referral),
    clocks: clocks.map(({ key, at }) => ({ key, at: new Date(at) })),
    roundTables: asRoundTables(roundTables),
    trajectories: asTrajectories(trajectories),
    organiser: organiser ?? 'provider',
    placedElsewhere,
    posts: posts.map((post) => ({ ...post, touchedAt: new Date(post.touchedAt) })),
  }));
}

/** Clocks of referrals that are not there any more, or are over: nothing asks for them. */
async function orphanClocks(db: Db): Promise<string[]> {
  const of = sql`(split_part(d.key, ':', 2))::uuid`;
  const last = sql`split_part(d.key, ':', 3)`;
  // Looked up one by one: as a join it would walk through all referrals, of which most have no clock.
  const { rows } = await sql<{ key: string }>`
    select d.key from due d where d.job = any(${[...caseClockJobs]}) and (
      select r.state <> 'withdrawn' or (d.job = ${caseJobs.checkIn} and r.list_check is not null)
      from referral r where r.id = ${of}) is not true
    union all select d.key from due d where d.job = ${roundTableJobs.wake.name} and (
      select rt.state in ('to-plan', 'planned') from round_table rt where rt.id = ${of}) is not true
    union all select d.key from due d where d.job = ${trajectoryJobs.wake.name} and (
      select tj.state in (${sql.join(liveTrajectoryStates.map((state) => sql.lit(state)))})
        or (tj.state = 'closed' and ${last} in ('school', 'still-at-school'))
        or (tj.state = 'dropped' and tj.school_clb_by is not null and ${last} = 'school')
      from trajectory tj where tj.id = ${of}) is not true
    union all select d.key from due d where d.job = ${inquiryJobs.wake.name} and (
      select q.state <> 'referred' and not q.erased from inquiry q where q.id = ${of}) is not true`.execute(db);
  return rows.map(({ key }) => key);
}

/** What the run over all open referrals looks at. */
export const readStored = (
  db: Db,
  now: Date,
): Pick<Read, 'storedCases' | 'orphanClocks' | 'lostMessages' | 'countRemade'> => ({
  storedCases: (after, limit) => storedCases(db, after, limit, now),
  orphanClocks: () => orphanClocks(db),
  lostMessages: () => lostMessages(db),
  countRemade: (since) => countRemade(db, since),
});
