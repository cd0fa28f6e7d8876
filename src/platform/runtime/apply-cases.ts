import type { Transaction } from 'kysely';
import type { CaseChange } from '../../contracts/case.js';
import type { Context } from '../../contracts/context.js';
import { jobNames } from '../../contracts/jobs.js';
import type { Due, Notice } from '../../contracts/outcome.js';
import { clocksOf, type CaseClock } from '../../domain/case/clocks.js';
import { fold } from '../../domain/case/evolve.js';
import { messagesFor } from '../../domain/case/messages.js';
import { postKeysOf, postsOf, type CaseMessage } from '../../domain/case/posts.js';
import type { Referral } from '../../domain/case/referral.js';
import { isWaiting } from '../../domain/case/states.js';
import type { ServiceId } from '../../domain/ids.js';
import type { Entry } from '../../domain/timeline/entries.js';
import { saveReferral } from '../storage/case/save-referral.js';
import { entryRow, eventRow, insertTimeline, type ToldBy } from '../storage/timeline.js';
import type { Schema } from '../storage/rows/schema.js';

type Trx = Transaction<Schema>;

/** What follows from what happened to referrals: nobody listed it. */
export interface CaseEffects {
  readonly notices: readonly Notice[];
  readonly dues: readonly Due[];
  readonly settled: readonly string[];
  readonly refresh: readonly string[];
  /** Referrals whose living messages are to be brought up to date. */
  readonly referrals: readonly Referral['id'][];
}

/** What the timeline tells of other subjects, by whom. */
export interface Told {
  readonly entries: readonly Entry[];
  readonly by: ToldBy;
}

/**
 * Stores what happened to referrals, and in the same statement what the timeline tells of other subjects; gives everything
 * that follows from the first. Throws a version conflict when somebody was first.
 */
export async function applyCases(
  trx: Trx,
  changes: readonly CaseChange[],
  context: Context,
  told: Told | null = null,
): Promise<CaseEffects> {
  const done: { before: Referral | null; after: Referral; change: CaseChange }[] = [];
  for (const change of changes.filter(({ events }) => events.length > 0)) {
    const after = await saveReferral(trx, change.before, fold(change.before, change.events, change.id));
    done.push({ before: change.before, after, change });
  }
  await insertTimeline(trx, [
    ...done.flatMap(({ after, change }) => change.events.map((event) => eventRow(after.id, event))),
    ...(told?.entries ?? []).map((one) => entryRow(one, told!.by)),
  ]);
  const all = done.map(({ before, after, change }) => effectsOf(change, before, after, context));
  return {
    notices: all.flatMap(({ notices }) => notices),
    dues: all.flatMap(({ dues }) => dues),
    settled: all.flatMap(({ settled }) => settled),
    refresh: all.flatMap(({ refresh }) => refresh),
    referrals: done.map(({ after }) => after.id),
  };
}

/** Everything that follows from the events of one referral. Pure. */
export function effectsOf(
  { events }: Pick<CaseChange, 'events'>,
  before: Referral | null,
  after: Referral,
  context: Pick<Context, 'calendar' | 'settings' | 'now'>,
): Omit<CaseEffects, 'referrals'> {
  const clocks = (referral: Referral | null): CaseClock[] =>
    referral === null ? [] : clocksOf(referral, context.calendar, context.settings);
  const [old, running] = [clocks(before), clocks(after)];
  const had = new Set(before === null ? [] : postsOf(before).map(({ key }) => key));
  const messages = [
    ...postsOf(after).filter(({ key }) => !had.has(key)),
    ...events.flatMap((event) => messagesFor(event, before, after)),
  ];
  return {
    notices: messages.map((message) => asNotice(message, after.id)),
    dues: [
      ...running.filter((clock) => !old.some((one) => isSame(one, clock))),
      ...listMoved(before, after, context.now),
    ],
    settled: old.filter(({ key }) => !running.some((one) => one.key === key)).map(({ key }) => key),
    refresh: [...(before === null ? [] : postKeysOf(before)), ...postKeysOf(after)],
  };
}

const isSame = (one: CaseClock, other: CaseClock): boolean =>
  one.key === other.key && one.at.getTime() === other.at.getTime();

/** A message of a case as the outbox stores it. */
export const asNotice = (message: CaseMessage, referralId: Referral['id']): Notice => ({
  ...message,
  params: message.params as Notice['params'],
  referralId,
});

const listOf = (referral: Referral | null): ServiceId | null =>
  referral !== null && isWaiting(referral.state) ? referral.serviceId : null;

/** Who joins a list or leaves it moves those behind: their posts follow, in a job of their own (R11). */
function listMoved(before: Referral | null, after: Referral, now: Date): Due[] {
  const [from, to] = [listOf(before), listOf(after)];
  if (from === to) return [];
  return [from, to]
    .filter((serviceId) => serviceId !== null)
    .map((serviceId) => ({
      key: `service:${serviceId}:list-moved`,
      job: jobNames.waitlistMoved,
      subject: { serviceId },
      at: now,
    }));
}
