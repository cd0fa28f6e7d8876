import type { Calendar } from '../calendar.js';
import type { Reconciled } from '../reconciled.js';
import type { Settings } from '../settings.js';
import { clocksOf, nextStepOf } from './clocks.js';
import { postsOf, type CasePost } from './posts.js';
import type { Referral } from './referral.js';
import type { PostKey } from '../reference-to.js';

/** What is really stored of a referral: which clocks run, which of its living posts are there. */
export interface StoredCase {
  readonly referral: Referral;
  readonly clocks: readonly { readonly key: string; readonly at: Date }[];
  readonly posts: readonly StoredPost[];
}

export interface StoredPost {
  readonly key: PostKey;
  readonly state: 'due' | 'held' | 'sent' | 'undeliverable';
  /** When it was last sent; made, when it never was. */
  readonly touchedAt: Date;
}

/** A clock of a referral, or of what hangs on it. */
interface WantedClock {
  readonly key: string;
  readonly job: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** What else should be there: what hangs on a referral has clocks and posts of its own. */
export interface AlsoWanted {
  readonly clocks: readonly WantedClock[];
  readonly posts: readonly CasePost[];
}

/** What has to be mended. */
export interface Repair {
  readonly missingClocks: readonly WantedClock[];
  /** Keys of clocks that run although nothing asks for them. */
  readonly surplusClocks: readonly string[];
  readonly missingPosts: readonly CasePost[];
  /** Keys of posts that are looked after in Teams: one that somebody deleted is made anew. */
  readonly posts: readonly PostKey[];
  /** Nobody is to act and no date is set, although it is not over. */
  readonly hasNoNextStep: boolean;
}

/** A post that was not sent for so long is looked after: not each night, because Teams limits how often a channel is edited. */
const lookedAfterMs = 6 * 86_400_000;

/** Keys of posts that stand in Teams and were not sent for a while: it is asked whether they are still there. */
export const toLookAfter = (posts: readonly StoredPost[], now: Date): PostKey[] =>
  posts
    .filter(({ state, touchedAt }) => state === 'sent' && now.getTime() - touchedAt.getTime() > lookedAfterMs)
    .map(({ key }) => key);

/**
 * Holds what is stored against what the same functions say should be there. A clock whose moment has passed and that still
 * runs is left alone: it is about to be done.
 */
export function compareStored(
  { clocks, posts }: Omit<StoredCase, 'referral'>,
  wanted: AlsoWanted,
  isOver: boolean,
  now: Date,
): Repair {
  const running = new Map(clocks.map((clock) => [clock.key, clock.at]));
  const there = new Set(posts.map(({ key }) => key));
  return {
    missingClocks: wanted.clocks.filter(({ key }) => !running.has(key)),
    surplusClocks: clocks.filter(({ key }) => !wanted.clocks.some((one) => one.key === key)).map(({ key }) => key),
    missingPosts: wanted.posts.filter(({ key }) => !there.has(key)),
    posts: toLookAfter(posts, now),
    hasNoNextStep: !isOver && wanted.clocks.some(({ key }) => !running.has(key)),
  };
}

/** Of a referral, with what hangs on it. */
export function compareCase(
  { referral, ...stored }: StoredCase,
  now: Date,
  calendar: Calendar,
  settings: Settings,
  also: AlsoWanted = { clocks: [], posts: [] },
): Repair {
  const clocks = [...clocksOf(referral, calendar, settings), ...also.clocks];
  const posts = [...postsOf(referral), ...also.posts];
  return compareStored(stored, { clocks, posts }, nextStepOf(referral, calendar, settings) === null, now);
}

export const nothingReconciled: Reconciled = {
  cases: 0,
  clocksMade: 0,
  clocksDropped: 0,
  postsMade: 0,
  postsSentAgain: 0,
  withoutNextStep: 0,
};

/** The sum of what was found so far and what some more cases needed. */
export const addRepairs = (so: Reconciled, repairs: readonly Repair[]): Reconciled => {
  const sum = (count: (repair: Repair) => number): number => repairs.reduce((total, one) => total + count(one), 0);
  return {
    cases: so.cases + repairs.length,
    clocksMade: so.clocksMade + sum((one) => one.missingClocks.length),
    clocksDropped: so.clocksDropped + sum((one) => one.surplusClocks.length),
    postsMade: so.postsMade + sum((one) => one.missingPosts.length),
    postsSentAgain: so.postsSentAgain,
    withoutNextStep: so.withoutNextStep + sum((one) => (one.hasNoNextStep ? 1 : 0)),
  };
};

/** Whether anything had to be mended. */
export const foundSomething = ({ cases: _cases, ...found }: Reconciled): boolean =>
  Object.values(found).some((count) => count > 0);
