import { describe, expect, it } from '@jest/globals';
import { assertOnlyIds, errorCode, GiveUp, type Job, RetryLater } from '../../../src/platform/queue/job.js';
import { nextJobId } from '../../../src/platform/queue/job-id.js';
import { inCreationOrder } from '../../../src/platform/queue/queue-spec.js';
import { judge } from '../../../src/platform/queue/settle.js';

const job: Job = {
  id: '0198f1e2-0000-7000-8000-000000000001',
  queue: 'outbox',
  data: {},
  key: 'conversation',
  retryCount: 0,
  retryLimit: 2,
  failedIn: null,
  signal: new AbortController().signal,
};

describe('what a job may carry', () => {
  it('takes ids, codes, numbers and lists of ids', () => {
    const data = {
      messageId: 'a-b-c',
      conversation: '19:abc@thread.tacv2;messageid=1',
      revision: 2,
      last: null,
      people: ['a', 'b'],
    };
    expect(() => assertOnlyIds('outbox', data)).not.toThrow();
  });

  it.each([
    [{ text: 'Jan Peeters' }],
    [{ text: 'x'.repeat(600) }],
    [{ list: ['one', 'two words'] }],
    [{ nested: { a: 1 } }],
  ])('refuses %j, and does not repeat it', (data) => {
    expect(() => assertOnlyIds('outbox', data as never)).toThrow(
      /^A job in outbox carries ids only: \w+ is something else\.$/,
    );
  });
});

describe('what is kept of an error', () => {
  it.each([
    [
      Object.assign(new Error('Jan Peeters is gone'), { code: 'BotNotInRoster' }),
      { error: 'Error', code: 'BotNotInRoster' },
    ],
    [Object.assign(new TypeError('secret'), { statusCode: 404 }), { error: 'TypeError', code: 404 }],
    [new GiveUp('blocked'), { error: 'GiveUp', code: 'blocked' }],
    [new Error('secret'), { error: 'Error' }],
    ['secret', { error: 'string' }],
  ])('%s: kind and code, no sentence', (error, kept) => {
    expect(errorCode(error)).toEqual(kept);
  });
});

describe('a failed attempt', () => {
  it.each([
    ['is tried again while attempts are left', { ...job, retryCount: 1 }, new Error('no'), 'retried'],
    ['is dead after the last attempt', { ...job, retryCount: 2 }, new Error('no'), 'dead'],
    ['is dead at once when giving up', job, new GiveUp('blocked'), 'dead'],
    ['is postponed when asked, whatever attempts are left', { ...job, retryCount: 2 }, new RetryLater(60), 'postponed'],
  ])('%s', (_title, failed, error, verdict) => {
    expect(judge(failed, error)).toBe(verdict);
  });

  it('is put off as long as its handler asks, however often it was tried: the age of a job is no reason to give up', () => {
    expect(judge({ ...job, retryCount: 10_000 }, new RetryLater(60))).toBe('postponed');
  });
});

describe('job ids', () => {
  it('are version 7 uuids that sort in the order they were made, also within one millisecond or a clock set back', () => {
    const now = Date.now();
    const ids = [...Array.from({ length: 10_000 }, () => nextJobId(now)), nextJobId(now - 5_000), nextJobId(now + 1)];
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
  });
});

describe('the list of queues', () => {
  it('puts dead letter queues first', () => {
    const names = inCreationOrder([{ name: 'a', deadLetter: 'dead' }, { name: 'dead' }]).map((spec) => spec.name);
    expect(names).toEqual(['dead', 'a']);
  });

  it('refuses a dead letter queue that is not there, and order without one', () => {
    expect(() => inCreationOrder([{ name: 'a', deadLetter: 'dead' }])).toThrow('names the dead letter queue dead');
    expect(() => inCreationOrder([{ name: 'a', policy: 'key_strict_fifo' }])).toThrow('needs a dead letter queue');
  });
});
