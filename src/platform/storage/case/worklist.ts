import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import {
  ranks,
  type Rank,
  type Worklist,
  type WorklistFilter,
  type WorklistRow,
} from '../../../contracts/case-lists.js';
import { mostNudges } from '../../../domain/case/clocks.js';
import { otherSide, type QuestionSide } from '../../../domain/case/question.js';
import { isLive, referralStates, type ReferralState } from '../../../domain/case/states.js';
import type { DraftId } from '../../../domain/ids.js';
import { parseRoundTable, type Organiser, type RoundTable } from '../../../domain/round-table/round-table.js';
import { tooManyInARow } from '../../../domain/trajectory/absences.js';
import { parseTrajectory, type Trajectory } from '../../../domain/trajectory/trajectory.js';
import { fromJson, type Json } from '../rows/from-json.js';
import type { Schema } from '../rows/schema.js';
import { sealedHintJson, type SealedHint, type SeenHints } from '../rows/sealed-hint.js';
import { asReferral } from './load-case.js';

type Db = Kysely<Schema> | Transaction<Schema>;
type Sql = RawBuilder<unknown>;

const rankOf = (rank: Rank): Sql => sql.lit(ranks.indexOf(rank));
const listOf = (values: readonly unknown[]): Sql => sql.join(values.map((value) => sql`${value}`));
const states = (...some: ReferralState[]): Sql => sql.join(some.map((state) => sql.lit(state)));

/** The round table that counts now, of a referral with a place; nothing of the others. */
const roundTable = sql`lateral (select rt.*, (rt.appointment ->> 'startsAt')::timestamptz as starts_at from round_table rt
  where r.state = 'placed' and rt.referral_id = r.id and rt.state <> 'dropped'
  order by rt.wanted_at desc, rt.id desc limit 1) t`;
/** It is to be planned, or it is to be said whether it was held: of who organises it. */
const asksTable = (organiser: Organiser, now: Date): Sql =>
  sql`(t.organiser = ${sql.lit(organiser)} and (t.state = 'to-plan' or (t.state = 'planned' and t.starts_at <= ${now})))`;
const isTableLate = (organiser: Organiser, now: Date): Sql =>
  sql`(${asksTable(organiser, now)} and (t.nudges > 0 or t.plan_by < ${now}))`;
/** The trajectory that counts now, of a referral with a place, or that ended: the school may still be to hear of it. */
const trajectory = sql`lateral (select tj.* from trajectory tj
  where r.state in ('placed', 'completed') and tj.referral_id = r.id and tj.state <> 'dropped'
  order by tj.wanted_at desc, tj.id desc limit 1) j`;
/** One before it that is over, however the referral stands, of which the CLB released a message: that still goes to the school. */
const released = sql`lateral (select tj.* from trajectory tj
  where tj.referral_id = r.id and tj.state = 'dropped' and tj.school_clb_by is not null order by tj.school_clb_by limit 1) e`;
/** Its provider owes a next step: that it started, goes on, or runs again. */
const owesStep = (now: Date): Sql => sql`coalesce(j.next_by <= ${now}, false)`;
const isStepLeft = sql`coalesce(j.next_by is not null and j.nudges >= ${sql.lit(mostNudges)}, false)`;
/** Absent three times in a row: the desk sees to it. */
const isAbsent = sql`coalesce(j.next_by is not null and j.absent_row >= ${sql.lit(tooManyInARow)}, false)`;
/** A message to the school waits for this side (R14); of one that is over only what the CLB released. */
const owesSchool = {
  clb: sql`(j.school_clb_by is not null or e.school_clb_by is not null)`,
  provider: sql`j.school_provider_by is not null`,
} as const;
const isSchoolLate = (side: 'clb' | 'provider', now: Date): Sql =>
  side === 'clb'
    ? sql`coalesce(least(j.school_clb_by, e.school_clb_by) < ${now}, false)`
    : sql`coalesce(j.school_provider_by < ${now}, false)`;
const isSchoolLeft = sql`(coalesce(j.school_left, false) or coalesce(e.school_left, false))`;
const isTableLeft = sql`(t.state in ('to-plan', 'planned') and t.nudges >= ${sql.lit(mostNudges)})`;

/** What one side has before it: which referrals, and where each of them stands on the list. */
interface Side {
  readonly where: Sql;
  readonly rank: Sql;
}

/** This side asked the other something, and waits for the answer. */
const hasAsked = (side: QuestionSide): Sql => sql`r.questions @> ${sql.lit(JSON.stringify([{ by: side }]))}::jsonb`;
/** Another of the trail has a place: the CLB is asked whether this one is still needed. */
const isBeside = sql`coalesce(r.beside_place->>'kept' = 'false' and r.state not in (${sql.join(
  referralStates.filter((state) => !isLive(state) || state === 'placed').map((state) => sql.lit(state)),
)}), false)`;
const isBesideLate = sql`(${isBeside} and r.beside_place->>'reminded' is not null)`;
const besideAtDesk = sql`(${isBeside} and coalesce(r.beside_place->>'reminded' = 'desk', false))`;
/** The CLB is asked whether its place on the list is still needed. */
const isChecked = sql`(r.state = 'waitlisted' and r.list_check->'asked'->>'on' is not null)`;
const isCheckLate = sql`(${isChecked} and r.list_check->'asked'->>'reminded' is not null)`;
const uncheckedAtDesk = sql`coalesce(${isChecked} and r.list_check->'asked'->>'reminded' = 'desk', false)`;
const waitsAtDesk = sql`r.questions @> ${sql.lit(JSON.stringify([{ reminded: 'desk' }]))}::jsonb`;
/** An answer that this side was to give has not come in time. */
const owesAnswer = (side: QuestionSide, now: Date): Sql => sql`exists (select 1 from jsonb_array_elements(r.questions) q
  where q->>'by' = ${sql.lit(otherSide(side))} and (q->>'answerBy')::timestamptz < ${now})`;
/** While the provider waits for an answer, its term stands still. */
const isLate = (now: Date): Sql =>
  sql`(r.state = 'delivered' and r.contact_by < ${now} and not ${hasAsked('provider')})`;
/** Over, although nobody withdrew it: the pupil was referred on. */
const isSettled = sql`(r.state in (${states('no-match', 'full')}) and r.referred_on)`;
const asksReferrer = sql`r.state in (${states('waitlist-proposed', 'place-free', 'full', 'no-match')})`;
/** Somebody else is to act: the clock, the desk or the provider. */
const withOthers = states('registered', 'held', 'dispatched', 'to-phone', 'delivered', 'contacted');
/**
 * Left over its term by who is to act in these states: reminded of it at that very moment. Terms are working time, which the database
 * does not know; that somebody was reminded, it does.
 */
const isOverdue = (...some: ReferralState[]): Sql => sql`(r.state in (${states(...some)}) and r.nudges > 0)`;
/** Called, and then left: the provider was reminded of it. */
const isLeftByProvider = sql`(${isOverdue('contacted')} and not ${hasAsked('provider')})`;
/** Asked to choose, or called back to be changed, and then left. */
const isLeftByReferrer = sql`(${isOverdue('recalled', 'waitlist-proposed', 'place-free', 'full', 'no-match')} and not ${hasAsked('clb')})`;
const isLeft = sql`(r.nudges >= ${sql.lit(mostNudges)} and r.state <> 'withdrawn')`;

/** The CLB: everything that is not over; the referral that an open intake is changing stands there as that intake. */
function clbSide({ organisationIds, personId, drafts, now }: WorklistFilter): Side {
  const own = personId === null ? sql`` : sql`and r.referrer_id = ${personId}`;
  const changing =
    drafts.length === 0
      ? sql``
      : sql`and r.id not in (
    select d.referral_id from draft d where d.id in (${listOf(drafts)}) and d.referral_id is not null)`;
  return {
    where: sql`r.clb_id in (${listOf(organisationIds)}) and (r.state not in (${states('withdrawn', 'completed')}) or ${owesSchool.clb}) and (not ${isSettled} or ${owesSchool.clb}) ${own} ${changing}`,
    rank: sql`case when ${isLate(now)} or ${isLeftByReferrer} or ${owesAnswer('clb', now)} or ${isTableLate('clb', now)}
        or ${isSchoolLate('clb', now)} or ${isBesideLate} or ${isCheckLate} then ${rankOf('late')}
      when ${hasAsked('provider')} or ${isBeside} or ${isChecked} or ${owesSchool.clb} then ${rankOf('choose')}
      when ${hasAsked('clb')} and not ${asksTable('clb', now)} then ${rankOf('waits')}
      when ${asksReferrer} or ${asksTable('clb', now)} then ${rankOf('choose')}
      when r.state in (${withOthers}) then ${rankOf('waits')} else ${rankOf('open')} end`,
  };
}

/** The provider: what it has received and is not closed for it. */
const providerSide = ({ organisationIds, now }: WorklistFilter): Side => ({
  where: sql`r.provider_id in (${listOf(organisationIds)}) and (
    r.state in (${states('delivered', 'contacted', 'waitlisted', 'place-free', 'placed')})
    or (r.state = 'waitlist-proposed' and r.delivered_at is not null) or ${owesSchool.provider})`,
  rank: sql`case when ${isLate(now)} or ${isLeftByProvider} or ${isTableLate('provider', now)} or ${isStepLeft} or ${owesAnswer('provider', now)} or ${isSchoolLate('provider', now)}
      then ${rankOf('late')}
    when ${hasAsked('clb')} or ${asksTable('provider', now)} or ${owesStep(now)} or ${owesSchool.provider} then ${rankOf('look')}
    when ${hasAsked('provider')} then ${rankOf('waits')}
    when r.state in (${states('delivered', 'contacted')}) then ${rankOf('look')}
    when r.state in (${states('waitlist-proposed', 'place-free')}) then ${rankOf('waits')} else ${rankOf('open')} end`,
});

/** The desk: what it holds or phones, where contact does not come (R9), what is under 12, and what was left lying, which is late. */
function deskSide({ now }: WorklistFilter): Side {
  const isLeftLying = sql`(${isLeft} or ${isTableLeft} or ${isStepLeft} or ${isSchoolLeft})`;
  const late = sql`(${isLate(now)} or ${isOverdue('held', 'to-phone')} or ${isLeftLying} or ${waitsAtDesk} or ${besideAtDesk} or ${uncheckedAtDesk})`;
  return {
    where: sql`r.state in (${states('held', 'to-phone')}) or ${isAbsent} or (r.state = 'registered' and r.age_band = 'under-12') or ${late}`,
    rank: sql`case when ${late} then ${rankOf('late')} else ${rankOf('look')} end`,
  };
}

const sides = { clb: clbSide, provider: providerSide, desk: deskSide };

/** Urgent first; oldest first where somebody is late or must look, newest first elsewhere. */
const within = sql`case
  when rank = ${rankOf('late')} then extract(epoch from coalesce(contact_by, since))
  when rank = ${rankOf('look')} then extract(epoch from since)
  else - extract(epoch from registered_at) end`;

/**
 * Everything that can stand on a list: what is not over, and what is over while the school is still to hear of it. Said as the indexes say
 * it (migration 35): the rest of all years is passed by.
 */
const candidates = sql`(
  select * from referral where state not in (${states('withdrawn', 'completed')})
    and not (state in (${states('no-match', 'full')}) and referred_on and questions = '[]'::jsonb)
  union all select * from referral where (state in (${states('withdrawn', 'completed')})
      or (state in (${states('no-match', 'full')}) and referred_on and questions = '[]'::jsonb)) and id in (select referral_id from trajectory
    where school_provider_by is not null or school_clb_by is not null or school_left)) r`;

function listed(filter: WorklistFilter): Sql {
  const { where, rank } = sides[filter.of](filter);
  const referrals = sql`select id, null::uuid as draft_id, rank, urgency <> 'urgent' as calm, ${within} as within, reference as tie from (
    select r.id, r.urgency, r.reference, case when ${owesStep(filter.now)} then j.next_by else coalesce(t.plan_by, t.starts_at, r.contact_by) end as contact_by,
      greatest(t.since, j.since, r.since) as since, r.registered_at, ${rank} as rank
    from ${candidates} left join ${roundTable} on true left join ${trajectory} on true left join ${released} on true where ${where}) o`;
  const drafts = filter.drafts.map(
    (draft, index) =>
      sql`union all select null::uuid, ${draft}::uuid, ${rankOf('draft')}, true, ${sql.lit(index)}::numeric, ''`,
  );
  return drafts.length === 0 ? referrals : sql`${referrals} ${sql.join(drafts, sql` `)}`;
}

interface Row {
  /** How many lines of each rank there are in all, by the rank's number; in every row the same. */
  readonly listedCounts: Readonly<Record<string, number>> | null;
  /** Null: nothing stands on this page. */
  readonly rank: number | null;
  readonly listedDraft: DraftId | null;
  readonly serviceName: string | null;
  readonly sides: Extract<WorklistRow, { kind: 'referral' }>['sides'];
  readonly changes: string | null;
  readonly roundTable: Json | null;
  readonly trajectory: Json | null;
  readonly released: Json | null;
  readonly sealedHint: SealedHint | null;
}

const noCounts = Object.fromEntries(ranks.map((rank) => [rank, 0])) as Record<Rank, number>;

const countsIn = (counts: Row['listedCounts']): Record<Rank, number> => ({
  ...noCounts,
  ...Object.fromEntries(Object.entries(counts ?? {}).map(([rank, count]) => [rankAt(Number(rank)), count])),
});

const asTrajectory = (row: Json | null): Trajectory | null => (row === null ? null : parseTrajectory(fromJson(row)));
const asTable = ({ roundTable: row }: Row): RoundTable | null => (row === null ? null : parseRoundTable(fromJson(row)));

/** Whom to call on each side: the worker who has it, by the own number, else by the organisation's. */
const sidesJson = sql`jsonb_build_object(
  'clb', case when oc.id is null then null else jsonb_build_object('name', coalesce(pc.name, oc.name), 'phone', coalesce(kc.phone, oc.phone)) end,
  'provider', case when op.id is null then null else jsonb_build_object('name', op.name, 'phone', coalesce(kp.phone, op.phone)) end)`;

/** The rank that the query gave as its number. */
function rankAt(number: number): Rank {
  const rank = ranks[number];
  if (rank === undefined) throw new Error(`no rank has the number ${number}`);
  return rank;
}

function asRow(row: Row & { readonly rank: number }, seen: SeenHints | undefined): WorklistRow {
  if (row.listedDraft !== null)
    return { kind: 'draft', rank: 'draft', draftId: row.listedDraft, reference: row.changes };
  const referral = asReferral(row);
  seen?.set(referral.trailId, row.sealedHint);
  return {
    kind: 'referral',
    rank: rankAt(row.rank),
    referral,
    service: row.serviceName,
    sides: row.sides,
    roundTable: asTable(row),
    trajectory: asTrajectory(row.trajectory),
    released: asTrajectory(row.released),
  };
}

/**
 * One part of what waits for somebody, with how many lines there are in all; by rank, ordered and cut by the database, in one
 * statement, which brings the hints of the trails too, still sealed: `seen` notes them.
 */
export async function readWorklist(db: Db, filter: WorklistFilter, seen?: SeenHints): Promise<Worklist> {
  const { rows } = await sql<Row>`
    with listed as materialized (${listed(filter)})
    select r.*, l.rank, l.draft_id as listed_draft, s.name as service_name, ${sidesJson} as sides, c.reference as changes, to_jsonb(t) as round_table,
      to_jsonb(j) as trajectory, to_jsonb(e) as released, ${sealedHintJson} as sealed_hint,
      (select jsonb_object_agg(rank, count) from (select rank, count(*) as count from listed group by rank) counted) as listed_counts
    from (select 1) one
      left join (select * from listed order by rank, calm, within, tie desc limit ${filter.limit} offset ${filter.offset}) l on true
      left join referral r on r.id = l.id
      left join trail h on h.id = r.trail_id
      left join ${roundTable} on true
      left join ${trajectory} on true
      left join ${released} on true
      left join service s on s.id = r.service_id
      left join organisation oc on oc.id = r.clb_id
      left join organisation op on op.id = r.provider_id
      left join person pc on pc.id = r.referrer_id
      left join worker kc on kc.person_id = r.referrer_id
      left join worker kp on kp.person_id = r.contacted_by
      left join draft d on d.id = l.draft_id
      left join referral c on c.id = d.referral_id
    order by l.rank, l.calm, l.within, l.tie desc`.execute(db);
  return {
    rows: rows.flatMap(({ rank, ...row }) => (rank === null ? [] : [asRow({ ...row, rank }, seen)])),
    counts: countsIn(rows[0]?.listedCounts ?? null),
  };
}
