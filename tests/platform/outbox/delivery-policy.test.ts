import { describe, expect, it } from '@jest/globals';
import { DeliveryError } from '../../../src/contracts/connector.js';
import {
  deliveryPolicy,
  isOutOfPatience,
  policyFor,
  stepAt,
  type Call,
  type Step,
} from '../../../src/platform/outbox/delivery-policy.js';

const answered = (status: number, code?: string) =>
  new DeliveryError({ ending: 'answered', status, ...(code === undefined ? {} : { code }) });

/** What is done the first, second and third time in a row. */
const steps = (call: Call, error: DeliveryError, mentions = false): Step[] =>
  [1, 2, 3].map((times) => stepAt(policyFor({ call, error, mentions }), times));

const always = (step: Step): Step[] => [step, step, step];

describe('what is done with a message that Teams did not take', () => {
  it.each([400, 413, 405, 307, 410])('with %i to anything: before the desk at once', (status) => {
    for (const call of ['post', 'reply', 'edit', 'open-chat'] as const)
      expect(steps(call, answered(status))).toEqual(always('desk:refused'));
  });

  it.each([401, 408, 412, 425, 429, 500, 502, 503, 504, 599])('with %i: again, as long as it takes', (status) => {
    for (const call of ['post', 'reply', 'edit', 'open-chat'] as const)
      expect(steps(call, answered(status), true)).toEqual(always('again'));
  });

  it.each(['nothing', 'unreadable'] as const)('with %s: again, as long as it takes', (ending) => {
    expect(steps('post', new DeliveryError({ ending }))).toEqual(always('again'));
  });

  it('waits without counting a try when nothing was sent', () => {
    expect(steps('edit', new DeliveryError({ ending: 'not-sent' }))).toEqual(always('wait'));
  });

  it.each([
    ['edit', ['look-again', 'repost', 'repost']],
    ['reply', ['look-again', 'own-post', 'own-post']],
    ['post', ['look-again', 'desk:gone', 'desk:gone']],
    ['open-chat', ['look-again', 'desk:gone', 'desk:gone']],
  ] as const)('looks again at a 404 to %s before it believes it', (call, expected) => {
    expect(steps(call, answered(404))).toEqual(expected);
  });

  it('takes a bare 403 of a post that stands for a deleted post, and of anything else for a place where the bot may not be', () => {
    const unknown = answered(403, 'ServiceError');
    expect(steps('edit', unknown)).toEqual(['look-again', 'repost', 'repost']);
    expect(steps('reply', unknown)).toEqual(['look-again', 'own-post', 'own-post']);
    expect(steps('post', unknown)).toEqual(always('desk:gone'));
    expect(steps('edit', answered(403, 'BotNotInConversationRoster'))).toEqual(always('desk:gone'));
  });

  it('leaves the mention out when Teams refuses a message with one', () => {
    expect(steps('post', answered(400), true)).toEqual(always('without-mention'));
    expect(steps('open-chat', answered(400), true)).toEqual(always('desk:refused'));
  });

  it('sends nothing to an address that is not trusted', () => {
    expect(steps('post', new DeliveryError({ ending: 'not-trusted' }))).toEqual(always('desk:refused'));
  });

  it('knows each trouble by a name of its own', () => {
    const names = deliveryPolicy.map(({ trouble }) => trouble);
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives up what fails while others get through, after a day and twenty tries: one of both is not enough', () => {
    const since = new Date('2026-11-16T09:00:00Z');
    const after = (hours: number) => new Date(since.getTime() + hours * 3_600_000);
    expect(isOutOfPatience(since, 20, after(23))).toBe(false);
    expect(isOutOfPatience(since, 19, after(1_000))).toBe(false);
    expect(isOutOfPatience(since, 20, after(24))).toBe(true);
  });
});
