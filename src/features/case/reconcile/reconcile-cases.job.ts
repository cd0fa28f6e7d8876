import { z } from 'zod';
import { job, type Context } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Notice, Outcome } from '../../../contracts/outcome.js';
import {
  addRepairs,
  compareCase,
  foundSomething,
  nothingReconciled,
  type StoredCase,
} from '../../../domain/case/reconcile.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Reconciled } from '../../../domain/reconciled.js';

const atOnce = 100;
const count = z.number().default(0);
const found = z.object({
  cases: count,
  clocksMade: count,
  clocksDropped: count,
  postsMade: count,
  postsSentAgain: count,
  withoutNextStep: count,
});

const subject = z.object({
  after: id<ReferralId>().nullish(),
  found: found.default(nothingReconciled),
  /** Asked for by the desk: it hears of it also when nothing was found. */
  asked: z.boolean().default(false),
});

interface Facts extends z.infer<typeof subject> {
  readonly cases: readonly StoredCase[];
  /** Looked for once, at the end. */
  readonly orphans: readonly string[];
}

/**
 * The nightly run over all open cases: the same functions that decide what a case needs are held against what is there.
 * What is missing is made, what is too much is taken away; the desk reads what was done. Some hundred at a time.
 */
export const reconcileCases = job({
  name: jobNames.reconcile,
  subject,
  async load(read, given): Promise<Facts> {
    const cases = await read.storedCases(given.after ?? null, atOnce);
    return { ...given, cases, orphans: cases.length < atOnce ? await read.orphanClocks() : [] };
  },
  decide(facts, context): Outcome {
    const { cases, orphans } = facts;
    const repairs = cases.map((one) => ({
      referral: one.referral,
      ...compareCase(one, context.now, context.calendar, context.settings),
    }));
    const so = addRepairs(facts.found, repairs);
    const total = { ...so, clocksDropped: so.clocksDropped + orphans.length };
    const last = cases.at(-1)?.referral.id;
    const isDone = cases.length < atOnce || last === undefined;
    return {
      dues: [
        ...repairs.flatMap(({ missingClocks }) => missingClocks),
        ...(isDone ? [] : [goOn(last, total, facts.asked, context)]),
      ],
      settled: [...repairs.flatMap(({ surplusClocks }) => surplusClocks), ...orphans],
      notices: [
        ...repairs.flatMap(({ referral, missingPosts }) =>
          missingPosts.map((post): Notice => ({
            ...post,
            params: post.params as Notice['params'],
            referralId: referral.id,
          })),
        ),
        ...(isDone ? report(total, facts.asked, context) : []),
      ],
      refresh: repairs.flatMap(({ stuckPosts }) => stuckPosts),
      verify: repairs.flatMap(({ posts }) => posts),
      changes: isDone ? [{ put: 'setting', row: { reconciled: { at: context.now.toISOString(), ...total } } }] : [],
    };
  },
});

const goOn = (after: ReferralId, so: Reconciled, asked: boolean, { now }: Context) => ({
  key: `reconcile:on:${after}`,
  job: jobNames.reconcile,
  subject: { after, found: so, asked },
  at: now,
});

/** The desk reads what was mended; after a run that it asked for, also that nothing was. */
const report = (total: Reconciled, asked: boolean, { now }: Context): Notice[] =>
  asked || foundSomething(total)
    ? [{ key: `reconciled:${now.toISOString()}`, view: 'reconciled', params: { ...total }, to: { desk: true } }]
    : [];
