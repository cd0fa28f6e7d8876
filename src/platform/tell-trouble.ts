import type { Logger } from 'pino';
import type { QueueTrouble } from './queue/queue.js';
import { Seldom } from './seldom.js';

/** Writes trouble of one part into the log, seldom: a database that is away is met several times a second. */
export function tellTrouble(log: Logger, part: string): (error: unknown) => void {
  const seldom = new Seldom();
  return (error) => seldom.tell(part, (leftOut) => log.error({ error, ...leftOut }, part));
}

/** The same for the queue: of each queue, and of what became of a job, so many lines in a minute. */
export function tellQueueTrouble(log: Logger): (trouble: QueueTrouble) => void {
  const seldom = new Seldom();
  return (trouble) =>
    seldom.tell(`${trouble.queue} ${trouble.verdict}`, (leftOut) => log.warn({ ...trouble, ...leftOut }, 'queue'));
}
