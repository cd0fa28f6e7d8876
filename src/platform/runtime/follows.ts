import type { Due, Notice } from '../../contracts/outcome.js';
import type { CaseMessage, CasePost } from '../../domain/case/posts.js';
import type { ReferralId } from '../../domain/ids.js';
import type { PostKey } from '../../domain/reference-to.js';

/** What follows from events: messages once, clocks that start and stop, posts to bring up to date. */
export interface Follows {
  readonly notices: readonly Notice[];
  readonly dues: readonly Due[];
  readonly settled: readonly string[];
  readonly refresh: readonly PostKey[];
}

/** How everything follows from one kind of thing that lives by its events: a referral, a round table. Pure functions only. */
export interface Derived<State, Event> {
  /** Every clock that should be running. */
  clocksOf(state: State): readonly Due[];
  /** Every living card that must be there. */
  postsOf(state: State): readonly CasePost[];
  /** Keys of all living cards that may show it. */
  postKeysOf(state: State): readonly PostKey[];
  /** Who is told what, once. */
  messagesFor(event: Event, before: State | null, after: State): readonly CaseMessage[];
  /** The referral that its cards show; null: they show none. */
  referralOf(state: State): ReferralId | null;
}

const isSame = (one: Due, other: Due): boolean => one.key === other.key && one.at.getTime() === other.at.getTime();

/** The difference between what should be there before and after some events: nobody lists it. Pure. */
export function followsFrom<State, Event>(
  derived: Derived<State, Event>,
  events: readonly Event[],
  before: State | null,
  after: State,
): Follows {
  const old = before === null ? [] : derived.clocksOf(before);
  const running = derived.clocksOf(after);
  const had = new Set(before === null ? [] : derived.postsOf(before).map(({ key }) => key));
  const messages = [
    ...derived.postsOf(after).filter(({ key }) => !had.has(key)),
    ...events.flatMap((event) => derived.messagesFor(event, before, after)),
  ];
  return {
    notices: messages.map((message) => asNotice(message, derived.referralOf(after))),
    dues: running.filter((clock) => !old.some((one) => isSame(one, clock))),
    settled: old.filter(({ key }) => !running.some((one) => one.key === key)).map(({ key }) => key),
    refresh: [...(before === null ? [] : derived.postKeysOf(before)), ...derived.postKeysOf(after)],
  };
}

/** A message of a case as the outbox stores it. */
export const asNotice = (message: CaseMessage, referralId: ReferralId | null): Notice => ({
  ...message,
  params: message.params as Notice['params'],
  referralId,
});

/** What follows from several things together. */
export const join = (all: readonly Follows[]): Follows => ({
  notices: all.flatMap(({ notices }) => notices),
  dues: all.flatMap(({ dues }) => dues),
  settled: all.flatMap(({ settled }) => settled),
  refresh: all.flatMap(({ refresh }) => refresh),
});
