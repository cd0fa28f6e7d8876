import { postKey } from '../../../../src/domain/reference-to.js';
import { describe, expect, it } from '@jest/globals';
import { clocksOf } from '../../../../src/domain/case/clocks.js';
import { postsOf } from '../../../../src/domain/case/posts.js';
import { nothingReconciled } from '../../../../src/domain/case/reconcile.js';
import type { StoredWithTables } from '../../../../src/contracts/round-table.js';
import { defaultSettings } from '../../../../src/domain/settings.js';
import { reconcileCases } from '../../../../src/features/case/reconcile/reconcile-cases.job.js';
import { context, monday10, referral } from '../../../support/given.js';

const { calendar } = context();
type Facts = Parameters<typeof reconcileCases.decide>[0];
const nothing: Facts = {
  ...{
    after: null,
    casesDone: false,
    afterInquiry: null,
    moments: [],
    found: nothingReconciled,
    looking: false,
    asked: false,
  },
  ...{ cases: [], orphans: [], lost: [], inquiries: [], lists: { missing: [], posts: [] } },
};
const decide = (over: Partial<Facts>) => reconcileCases.decide({ ...nothing, ...over }, context());

/** A referral of which all is there; its posts were last sent so many days ago. */
function whole(days = 0): StoredWithTables {
  const one = referral();
  const touchedAt = new Date(monday10.getTime() - days * 86_400_000);
  return {
    referral: one,
    clocks: clocksOf(one, calendar, defaultSettings),
    posts: postsOf(one).map(({ key }) => ({ key, state: 'sent', touchedAt })),
    roundTables: [],
    trajectories: [],
    organiser: 'provider',
    placedElsewhere: null,
  };
}

describe('a piece of the run over all open cases', () => {
  it('of less than a hundred is the last: it is told at once', () => {
    const { dues } = decide({ cases: [whole()] });
    expect(dues).toMatchObject([{ key: 'reconcile:report', at: monday10, subject: { found: { cases: 1 } } }]);
  });

  it('of a hundred goes on after the last of them, with what was found so far', () => {
    const cases = Array.from({ length: 100 }, () => whole());
    const last = cases.at(-1)!.referral.id;
    const { dues } = decide({ cases, asked: true, found: { ...nothingReconciled, cases: 100, clocksMade: 2 } });
    expect(dues).toMatchObject([
      {
        key: `reconcile:on:${last}`,
        at: monday10,
        subject: { after: last, asked: true, found: { cases: 200, clocksMade: 2 } },
      },
    ]);
  });

  it('sends what lost its place in the queue, stops the clocks of nobody, and counts both', () => {
    const outcome = decide({ orphans: ['referral:x:remind'], lost: [postKey('referral:y:post')] });
    expect(outcome).toMatchObject({ refresh: ['referral:y:post'], settled: ['referral:x:remind'] });
    expect(outcome.dues).toMatchObject([{ subject: { found: { clocksDropped: 1, postsSentAgain: 1 } } }]);
  });

  it('gives Teams ten minutes to say which posts are gone, also when an earlier piece asked', () => {
    const inTenMinutes = new Date(monday10.getTime() + 600_000);
    const old = whole(7);
    expect(decide({ cases: [old] })).toMatchObject({
      verify: old.posts.map(({ key }) => key),
      dues: [{ key: 'reconcile:report', at: inTenMinutes }],
    });
    expect(decide({ cases: [whole()], looking: true }).dues).toMatchObject([{ at: inTenMinutes }]);
  });
});
