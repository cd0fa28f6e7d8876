import type { QueueSpec } from '../../src/platform/queue/queue-spec.js';

/** The queues of these tests: impatient, so that a retry is a matter of a second or two. */
export const queues: QueueSpec[] = [
  { name: 'plain', retryLimit: 1, retryDelay: 1, deadLetter: 'dead' },
  { name: 'ordered', policy: 'key_strict_fifo', retryLimit: 2, retryDelay: 1, retryDelayMax: 1, deadLetter: 'dead' },
  { name: 'once', policy: 'short' },
  { name: 'dead' },
];
