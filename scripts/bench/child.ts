import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { built } from '../../tests/support/built.js';
import type { Answered } from './children/answers.js';

/** A process of the bench: what it serves is measured apart from whoever presses. */
export interface BenchChild {
  readonly url: string;
  ask<T>(what: string, given?: unknown): Promise<T>;
  /** Lets it close what it has open, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Starts scripts/bench/children/`name`.ts, compiled as the bot is, and waits until it is ready. */
export async function startBenchChild(name: string, given: unknown): Promise<BenchChild> {
  const script = join(await built(), 'scripts/bench/children', `${name}.js`);
  const child = fork(script, [JSON.stringify(given)], { execArgv: [], serialization: 'advanced' });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (answer: Answered) => {
      if ('ready' in answer) return resolve(String(answer.ready));
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('failed' in answer) one?.reject(new Error(`${name}: ${answer.failed}`));
      else one?.resolve(answer.result);
    });
    child.once('exit', (code) => {
      const error = new Error(`the process ${name} of the bench ended with ${code}`);
      reject(error);
      for (const one of waiting.values()) one.reject(error);
    });
  });
  const ask = <T>(what: string, of?: unknown): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      child.send({ id, what, given: of });
    });
  const stop = async (): Promise<void> => {
    await ask('stop');
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
  };
  return { url, ask, stop };
}
