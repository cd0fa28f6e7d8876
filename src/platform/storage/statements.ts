import { AsyncLocalStorage } from 'node:async_hooks';
import type { LogEvent } from 'kysely';

/** How many statements were sent to the database for one thing that somebody asked. */
interface Tally {
  count: number;
}

const tally = new AsyncLocalStorage<Tally>();

type Listener = (query: LogEvent['query']) => void;
const listeners = new Set<Listener>();

/** Told of every statement, also of begin and commit. */
export const noteStatement = (event: LogEvent): void => {
  if (event.level !== 'query') return;
  const running = tally.getStore();
  if (running !== undefined) running.count++;
  for (const listener of listeners) listener(event.query);
};

/** Hears every statement of this process from now on, with its values: for what looks at plans. */
export const hearStatements = (listener: Listener): void => void listeners.add(listener);

/** Does the work and gives how many statements it took; what goes on beside it is not counted. */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly count: number }> {
  const own: Tally = { count: 0 };
  const result = await tally.run(own, work);
  return { result, count: own.count };
}
