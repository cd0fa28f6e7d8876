import { describe, expect, test } from '@jest/globals';
import { OneAtATime, TooManyWait } from '../../src/platform/one-at-a-time.js';

describe('heavy work', () => {
  test('is done one after the other, in order; one that fails holds up no other', async () => {
    const queue = new OneAtATime(10);
    const happened: string[] = [];
    const work = (name: string) => async () => {
      happened.push(`${name} begins`);
      await Promise.resolve();
      happened.push(`${name} ends`);
      if (name === 'b') throw new Error('b fails');
      return name;
    };
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue.run(work(name))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(happened).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  test('is refused at once when too many wait, and taken again when they are done', async () => {
    const queue = new OneAtATime(2);
    let go = (): void => undefined;
    const slow = queue.run(() => new Promise<void>((resolve) => (go = resolve)));
    const next = queue.run(async () => 'next');
    await expect(queue.run(async () => 'too many')).rejects.toThrow(TooManyWait);
    await Promise.resolve();
    go();
    await slow;
    expect(await next).toBe('next');
    expect(await queue.run(async () => 'again')).toBe('again');
  });
});
