import type { DeliveryError } from '../../contracts/connector.js';

/** What is asked of Teams for a message. A reply is a post under another one. */
export const calls = ['post', 'reply', 'edit', 'open-chat'] as const;
export type Call = (typeof calls)[number];

/**
 * What is done with a message after a call that failed. `wait`: nothing was sent, and it is not a try. `again`: later, each time
 * later, as long as it takes. `look-again`: once more after half a minute, before it is believed. `repost`: made anew. `own-post`:
 * as a post of its own, not under another. `without-mention`: the same without calling somebody. `desk:…`: before the desk,
 * with that reason.
 */
export type Step = 'wait' | 'again' | 'look-again' | 'repost' | 'own-post' | 'without-mention' | `desk:${DeskReason}`;
export type DeskReason = 'gone' | 'refused';

/** How a call ended, as the table asks. */
export interface Failure {
  readonly call: Call;
  readonly error: Pick<DeliveryError, 'ending' | 'status' | 'code'>;
  /** The message calls somebody by name. */
  readonly mentions: boolean;
}

export interface PolicyRow {
  /** Kept with the message: the same trouble again is the next step. */
  readonly trouble: string;
  readonly on: readonly Call[];
  /** How the call ended, in words for the page; `is` says the same of a failure. */
  readonly when: string;
  is(failure: Failure): boolean;
  /** The first time, the second time in a row, … ; the last one as long as it lasts. */
  readonly then: readonly Step[];
  readonly why: string;
}

const status =
  (...known: readonly number[]) =>
  ({ error }: Failure): boolean =>
    error.status !== null && known.includes(error.status);

/** Teams' own way to say of a message that was deleted that it is not there: 404, or 403 with no more than this. */
const isLost = ({ error: { status: answer, code } }: Failure): boolean =>
  answer === 404 || (answer === 403 && code === 'ServiceError');

/**
 * The whole policy, the first row that fits counts. From it every failed delivery is judged, and docs/delivery.md is drawn.
 */
export const deliveryPolicy: readonly PolicyRow[] = [
  {
    trouble: 'not-sent',
    on: calls,
    when: 'not sent: the limits of Teams, or an address that was away a moment ago',
    is: ({ error }) => error.ending === 'not-sent',
    then: ['wait'],
    why: 'Nothing was tried, so nothing is known and no patience is used up.',
  },
  {
    trouble: 'away',
    on: calls,
    when: 'no answer, no connection, no token, an answer that cannot be read; 401; 500 and higher',
    is: ({ error: { ending, status: answer } }) =>
      ending === 'nothing' || ending === 'unreadable' || answer === 401 || (answer ?? 0) >= 500,
    then: ['again'],
    why: 'Teams is away, or our own key has ended: that says nothing of this message. After a secret that ended or a permission that was taken away every call fails for days (botframework-sdk#6221, msteams-docs#11589).',
  },
  {
    trouble: 'busy',
    on: calls,
    when: '408, 412, 425, 429',
    is: status(408, 412, 425, 429),
    then: ['again'],
    why: 'Teams asks to come back, after Retry-After when it says so (Teams: “Optimize your bot with rate limiting”).',
  },
  {
    trouble: 'lost-post',
    on: ['edit'],
    when: '404; 403 ServiceError',
    is: isLost,
    then: ['look-again', 'repost'],
    why: 'Somebody deleted the post: Teams says so with 404 or with 403 “ServiceError: Unknown” (BotFramework-Services#269). It also says so by chance and finds it again within half a minute (BotFramework-Services#349, msteams-docs#9425).',
  },
  {
    trouble: 'lost-thread',
    on: ['reply'],
    when: '404; 403 ServiceError',
    is: isLost,
    then: ['look-again', 'own-post'],
    why: 'The post above it may be deleted while the channel is there: what is told matters more than where it hangs.',
  },
  {
    trouble: 'lost-place',
    on: ['post', 'open-chat'],
    when: '404',
    is: status(404),
    then: ['look-again', 'desk:gone'],
    why: 'ConversationNotFound passes too (msteams-docs#9425). Twice in a row, and the channel or chat is gone.',
  },
  {
    trouble: 'not-there',
    on: calls,
    when: '403 of any other kind',
    is: status(403),
    then: ['desk:gone'],
    why: 'The bot is not in the conversation any more, or was blocked (msteams-docs#8200). What was posted may still stand, so nothing is made anew.',
  },
  {
    trouble: 'mention',
    on: ['post', 'reply', 'edit'],
    when: '400 while it calls somebody by name',
    is: (failure) => failure.mentions && status(400)(failure),
    then: ['without-mention'],
    why: 'Teams can refuse to call somebody who left (botbuilder-js#317): the message without the call is worth more than none.',
  },
  {
    trouble: 'refused',
    on: calls,
    when: 'anything else',
    is: () => true,
    then: ['desk:refused'],
    why: 'Teams has read it and will not have it. Trying again cannot help; somebody has to look.',
  },
];

/**
 * How long a message is tried that Teams does not take, while it takes others from the same address: both so long and so often. As long as nothing
 * else gets through there either, nothing of it counts.
 */
export const patience = { hours: 24, tries: 20 } as const;

/** Whether it has been tried enough. */
export const isOutOfPatience = (since: Date, strikes: number, now: Date): boolean =>
  strikes >= patience.tries && now.getTime() - since.getTime() >= patience.hours * 3_600_000;

/** The row that a failure falls under. */
export function policyFor(failure: Failure): PolicyRow {
  const row = deliveryPolicy.find(({ on, is }) => on.includes(failure.call) && is(failure));
  if (row === undefined) throw new Error('the last row of the delivery policy fits everything');
  return row;
}

/** What is to be done when the same trouble came so many times in a row, this one included. */
export const stepAt = ({ then }: PolicyRow, times: number): Step =>
  then[Math.min(Math.max(times, 1), then.length) - 1] ?? 'again';
