import { describe, expect, it } from '@jest/globals';
import { YieldToPresses } from '../../../src/platform/runtime/yield-to-presses.js';

/** An answer that is given when the test says so. */
function held(): { answer: Promise<string>; give: () => void } {
  let give = (): void => undefined;
  const answer = new Promise<string>((resolve) => {
    give = () => resolve('answered');
  });
  return { answer, give };
}

describe('a press goes before the post', () => {
  it('given no press, then work goes on at once', async () => {
    await expect(new YieldToPresses().turn()).resolves.toBeUndefined();
  });

  it('given two presses, then work waits for both and the answers are given', async () => {
    const gate = new YieldToPresses(60_000);
    const [first, second] = [held(), held()];
    const order: string[] = [];
    const presses = [gate.during(() => first.answer), gate.during(() => second.answer)];
    const work = gate.turn().then(() => order.push('work'));
    first.give();
    await presses[0]!.then(() => order.push('first'));
    second.give();
    await Promise.all([presses[1], work]);
    expect(order).toEqual(['first', 'work']);
  });

  it('given a press that fails, then work goes on and the failure is told', async () => {
    const gate = new YieldToPresses(60_000);
    const press = gate.during(() => Promise.reject(new Error('broken')));
    const work = gate.turn();
    await expect(press).rejects.toThrow('broken');
    await expect(work).resolves.toBeUndefined();
  });

  it('given a press that takes too long, then work goes on without it', async () => {
    const gate = new YieldToPresses(1);
    const slow = held();
    const press = gate.during(() => slow.answer);
    await gate.turn();
    slow.give();
    expect(await press).toBe('answered');
  });
});
