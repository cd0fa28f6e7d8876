import { z } from 'zod';
import { job, type Context } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due, Notice, Outcome } from '../../../contracts/outcome.js';
import {
  addRepairs,
  compareCase,
  compareStored,
  nothingReconciled,
  type Repair,
} from '../../../domain/case/reconcile.js';
import { besideEvents } from '../../../domain/case/beside-place.js';
import { clocksOfRoundTable } from '../../../domain/round-table/clocks.js';
import { roundTablesFor } from '../../../domain/round-table/placing.js';
import { postsOfRoundTable } from '../../../domain/round-table/posts.js';
import type { CasePost } from '../../../domain/case/posts.js';
import type { StoredInquiry } from '../../../contracts/inquiry.js';
import { clocksOfInquiry, nextStepOfInquiry } from '../../../domain/inquiry/clocks.js';
import { postsOfInquiry } from '../../../domain/inquiry/posts.js';
import type { StoredWithTables } from '../../../contracts/round-table.js';
import { clocksOfTrajectory } from '../../../domain/trajectory/clocks.js';
import { decideTrajectory, isTrajectoryDenied } from '../../../domain/trajectory/decide.js';
import { trajectoriesFor, type TrajectoryChange } from '../../../domain/trajectory/placing.js';
import type { Trajectory } from '../../../domain/trajectory/trajectory.js';
import { theClock } from '../case-actor.js';
import { hasSchool } from '../trajectory/act-on-trajectory.js';
import { postsOfTrajectory } from '../../../domain/trajectory/posts.js';
import type { InquiryId, ReferralId, RoundTableId, TrajectoryId } from '../../../domain/ids.js';
import type { Reconciled } from '../../../domain/reconciled.js';
import type { PostKey } from '../../../domain/reference-to.js';
import { lostMoments } from './lost-moments.js';
import { nothingOfLists, repairLists, type ListRepair } from './repair-lists.js';
import { reconciledSchema } from './reconciled.js';

const atOnce = 100;

const subject = z.object({
  after: id<ReferralId>().nullish(),
  /** All cases were looked at; questions before referring after this one are left. */
  casesDone: z.boolean().default(false),
  afterInquiry: id<InquiryId>().nullish(),
  found: reconciledSchema.default(nothingReconciled),
  /** Whether posts are being looked after in Teams. */
  looking: z.boolean().default(false),
  /** Asked for by the desk: it hears of it also when nothing was found. */
  asked: z.boolean().default(false),
});

interface Facts extends z.infer<typeof subject> {
  readonly cases: readonly StoredWithTables[];
  /** Looked for once, at the end. */
  readonly orphans: readonly string[];
  readonly lost: readonly PostKey[];
  /** Questions before referring: looked at after all cases. */
  readonly inquiries: readonly StoredInquiry[];
  /** What was kept for somebody gets its moment back. */
  readonly moments: readonly Due[];
  /** What waiting lists were asked, and what stands of it. */
  readonly lists: ListRepair;
}

/**
 * The nightly run over all open cases: the same functions that decide what a case needs are held against what is there.
 * What is missing is made, what is too much is taken away, what lost its place in the queue is sent; the desk reads what
 * was done. Some hundred at a time.
 */
export const reconcileCases = job({
  name: jobNames.reconcile,
  subject,
  async load(read, given, context): Promise<Facts> {
    const part = { ...given, orphans: [], lost: [], inquiries: [], lists: nothingOfLists, moments: [] };
    const cases = given.casesDone ? [] : await read.storedCases(given.after ?? null, atOnce);
    if (cases.length === atOnce) return { ...part, cases };
    const inquiries = await read.storedInquiries(given.afterInquiry ?? null, atOnce);
    if (inquiries.length === atOnce) return { ...part, cases, inquiries };
    return {
      ...given,
      cases,
      inquiries,
      orphans: await read.orphanClocks(),
      lost: await read.lostMessages(),
      lists: await repairLists(read, context.now),
      moments: await lostMoments(read, context),
    };
  },
  decide(facts, context): Outcome {
    const { cases, orphans, lost, lists, moments } = facts;
    const repairs = cases.map((one) => repairOf(one, context));
    const asked = facts.inquiries.map((one) => inquiryRepair(one, context));
    const all = [...repairs, ...asked];
    const so = addRepairs(facts.found, all);
    const found = {
      ...so,
      clocksMade: so.clocksMade + moments.length,
      clocksDropped: so.clocksDropped + orphans.length,
      postsMade: so.postsMade + lists.missing.length,
      postsSentAgain: lost.length,
    };
    const verify = [...all.flatMap(({ posts }) => posts), ...lists.posts];
    const looking = facts.looking || verify.length > 0;
    const next = nextOf(facts);
    return {
      cases: repairs.map(({ referral, beside }) => ({ id: referral.id, before: referral, events: beside })),
      roundTables: repairs.flatMap(({ roundTables }) => roundTables),
      trajectories: repairs.flatMap(({ trajectories }) => trajectories),
      dues: [
        ...all.flatMap(({ missingClocks }) => missingClocks),
        ...moments,
        next({ found, looking, asked: facts.asked }, context),
      ],
      settled: [...all.flatMap(({ surplusClocks }) => surplusClocks), ...orphans],
      notices: [
        ...lists.missing,
        ...repairs.flatMap(({ referral, missingPosts }) => noticesOf(missingPosts, referral.id)),
        ...asked.flatMap(({ missingPosts }) => noticesOf(missingPosts, null)),
      ],
      refresh: lost,
      verify,
    };
  },
});

const noticesOf = (posts: readonly CasePost[], referralId: ReferralId | null): Notice[] =>
  posts.map((post) => ({ ...post, params: post.params as Notice['params'], referralId }));

/** What a question before referring needs: an owner, a next date, and its posts. */
function inquiryRepair({ inquiry, ...stored }: StoredInquiry, { now, calendar, settings }: Context): Repair {
  const wanted = { clocks: clocksOfInquiry(inquiry, calendar, settings), posts: postsOfInquiry(inquiry) };
  return compareStored(stored, wanted, nextStepOfInquiry(inquiry, calendar, settings) === null, now);
}

/**
 * What a referral, its round tables and its trajectories need; one with a place and without them gets them now (R10), and what
 * runs beside a place of the same trail is asked about.
 */
function repairOf(one: StoredWithTables, context: Context) {
  const { now, calendar, settings, newId } = context;
  const { referral, roundTables: tables, trajectories: courses, organiser } = one;
  const also = {
    clocks: [
      ...tables.flatMap((table) => clocksOfRoundTable(table, calendar)),
      ...courses.flatMap((course) => clocksOfTrajectory(course, calendar)),
    ],
    posts: [
      ...tables.filter(({ state }) => state !== 'dropped').flatMap(postsOfRoundTable),
      ...courses.flatMap(postsOfTrajectory),
    ],
  };
  const repair = compareCase(one, now, calendar, settings, also);
  const roundTables = roundTablesFor(referral, tables, {
    organiser,
    now,
    calendar,
    newId: () => newId<RoundTableId>(),
  });
  const placed = trajectoriesFor(referral, courses, { now, calendar, newId: () => newId<TrajectoryId>() });
  const trajectories = [...placed, ...courses.flatMap((course) => schoolOf(course, one, placed, context))];
  const beside = besideEvents(referral, one.placedElsewhere, now);
  const hasNoNextStep = repair.hasNoNextStep || roundTables.length + trajectories.length + beside.length > 0;
  return { referral, ...repair, roundTables, trajectories, beside, hasNoNextStep };
}

/** What was agreed with the school and has no day: of before this version, or lost (R14). */
function schoolOf(
  course: Trajectory,
  { referral }: StoredWithTables,
  others: readonly TrajectoryChange[],
  { now, calendar, settings }: Context,
): TrajectoryChange[] {
  if (others.some(({ id: one }) => one === course.id)) return [];
  const by = { personId: null, organisationId: null };
  const events = decideTrajectory(
    course,
    { act: 'plan-school' },
    {
      now,
      calendar,
      settings,
      actor: theClock,
      by,
      hasSchool: hasSchool({ referral }),
    },
  );
  return isTrajectoryDenied(events) || events.length === 0 ? [] : [{ id: course.id, before: course, events }];
}

interface So {
  readonly found: Reconciled;
  readonly looking: boolean;
  readonly asked: boolean;
}

/** Where the next run goes on: after the last case, then after the last question; else what was found is told. */
function nextOf({ cases, inquiries }: Facts): (so: So, context: Context) => Due {
  const after = cases.length < atOnce ? undefined : cases.at(-1)?.referral.id;
  if (after !== undefined) return goOn({ after });
  const afterInquiry = inquiries.length < atOnce ? undefined : inquiries.at(-1)?.inquiry.id;
  return afterInquiry === undefined ? report : goOn({ casesDone: true, afterInquiry });
}

const goOn =
  (from: { readonly after: ReferralId } | { readonly casesDone: true; readonly afterInquiry: InquiryId }) =>
  (so: So, { now }: Context): Due => ({
    key: `reconcile:on:${'after' in from ? from.after : from.afterInquiry}`,
    job: jobNames.reconcile,
    subject: { ...from, ...so },
    at: now,
  });

/** Only Teams knows which posts are gone: it is given some minutes to say so, before what was found is told. */
const lookingMs = 10 * 60_000;

const report = ({ found, looking, asked }: So, { now }: Context): Due => ({
  key: 'reconcile:report',
  job: jobNames.reportReconciled,
  subject: { found, asked },
  at: looking ? new Date(now.getTime() + lookingMs) : now,
});
