import { describe, expect, it } from '@jest/globals';
import { clocksOf } from '../../../src/domain/case/clocks.js';
import { postsOf } from '../../../src/domain/case/posts.js';
import {
  addRepairs,
  compareCase,
  foundSomething,
  nothingReconciled,
  type StoredCase,
} from '../../../src/domain/case/reconcile.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { context, monday10, referral } from '../../support/given.js';

const { calendar } = context();
const delivered = referral();
const clocks = clocksOf(delivered, calendar, defaultSettings);
const day = 86_400_000;
const ago = (milliseconds: number): Date => new Date(monday10.getTime() - milliseconds);
const posts = postsOf(delivered).map(({ key }) => ({ key, state: 'sent' as const, touchedAt: monday10 }));
const compare = (over: Partial<StoredCase> = {}) =>
  compareCase({ referral: delivered, clocks, posts, ...over }, monday10, calendar, defaultSettings);

describe('what is stored of a referral, held against what should be there', () => {
  it('needs nothing when all is there', () => {
    expect([clocks.length, posts.length].every((count) => count > 0)).toBe(true);
    expect(compare()).toEqual({
      missingClocks: [],
      surplusClocks: [],
      missingPosts: [],
      posts: [],
      hasNoNextStep: false,
    });
  });

  it('takes away a clock that nothing asks for, and only that one', () => {
    const strange = { key: `referral:${delivered.id}:follow-up`, at: monday10 };
    expect(compare({ clocks: [...clocks, strange] })).toMatchObject({
      missingClocks: [],
      surplusClocks: [strange.key],
    });
  });

  it('leaves a clock alone whose moment has passed: it is about to be done', () => {
    const late = clocks.map((clock) => ({ ...clock, at: ago(day) }));
    expect(compare({ clocks: late })).toMatchObject({ missingClocks: [], surplusClocks: [], hasNoNextStep: false });
  });

  it('makes what is missing, and says that nobody was to act', () => {
    const found = compare({ clocks: [], posts: posts.slice(1) });
    expect(found).toMatchObject({ missingClocks: clocks, hasNoNextStep: true });
    expect(found.missingPosts.map(({ key }) => key)).toEqual([posts[0]!.key]);
  });

  it('counts no missing step of what is over', () => {
    const withdrawn = referral({
      ...delivered,
      state: 'withdrawn',
      withdrawReason: 'solved',
      closedAt: monday10,
    } as never);
    expect(compare({ referral: withdrawn, clocks: [] })).toMatchObject({ hasNoNextStep: false });
  });

  it.each([
    ['was touched six days ago', 6 * day, 'sent', 0],
    ['was touched longer ago', 6 * day + 1, 'sent', 1],
    ['is on its way anyhow', 30 * day, 'due', 0],
    ['could not be delivered', 30 * day, 'undeliverable', 0],
  ] as const)('looks after a post in Teams only when needed: it %s', (_when, since, state, count) => {
    const one = { key: posts[0]!.key, state, touchedAt: ago(since) };
    expect(compare({ posts: [one, ...posts.slice(1)] }).posts).toHaveLength(count);
  });
});

it('what was found is added up, case by case', () => {
  const one = compare({ clocks: [], posts: [] });
  const sum = addRepairs(addRepairs(nothingReconciled, [one]), [one, compare()]);
  expect(sum).toEqual({
    cases: 3,
    clocksMade: 2 * clocks.length,
    clocksDropped: 0,
    postsMade: 2 * posts.length,
    postsSentAgain: 0,
    withoutNextStep: 2,
  });
  expect([foundSomething(sum), foundSomething({ ...nothingReconciled, cases: 9 })]).toEqual([true, false]);
});
