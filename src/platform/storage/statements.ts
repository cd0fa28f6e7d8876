import { AsyncLocalStorage } from 'node:async_hooks';
import type { LogEvent } from 'kysely';

/** How many statements were sent to the database for one thing that somebody asked. */
interface Tally {
  count: number;
}

const tally = new AsyncLocalStorage<Tally>();

/** Told of every statement, also of begin and commit. */
export const noteStatement = (event: LogEvent): void => {
  const running = tally.getStore();
  if (running !== undefined && event.level === 'query') running.count++;
};

/** Does the work and gives how many statements it took; what goes on beside it is not counted. */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly count: number }> {
  const own: Tally = { count: 0 };
  const result = await tally.run(own, work);
  return { result, count: own.count };
}
