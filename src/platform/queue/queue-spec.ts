import type { Queue as BossQueue } from 'pg-boss';

/** What a queue is for and how patient it is. All of it may change in a later release, except `policy`. */
export interface QueueSpec {
  readonly name: string;
  /**
   * `standard`: any order. `key_strict_fifo`: every job has a key, jobs of one key run one by one in the order they were
   * sent, also over retries. `short`: at most one waiting job per key; a second send is dropped.
   */
  readonly policy?: 'standard' | 'short' | 'key_strict_fifo';
  /** Where a job goes that failed for the last time. Must be one of the queues given; required for `key_strict_fifo`. */
  readonly deadLetter?: string;
  /** Attempts after the first. Default 8. */
  readonly retryLimit?: number;
  /** Seconds before the first retry, doubled each time with jitter. Default 2. */
  readonly retryDelay?: number;
  /** Longest wait between retries in seconds. Default 300. */
  readonly retryDelayMax?: number;
  /** A job that runs longer, or whose process died, is tried again after this many seconds (60–120). Default 60. */
  readonly expireInSeconds?: number;
  /** A job still waiting this long after it was due is thrown away, dead letters too. Default 90 days. */
  readonly retentionSeconds?: number;
}

const day = 86_400;

/** After how many seconds a job that never ran is thrown away. */
const retention = (spec: QueueSpec): number => spec.retentionSeconds ?? 90 * day;

/** The queue as pg-boss knows it, with this house's defaults. */
export function asBossQueue(spec: QueueSpec): Omit<BossQueue, 'name' | 'policy'> {
  return {
    retryLimit: spec.retryLimit ?? 8,
    retryDelay: spec.retryDelay ?? 2,
    retryBackoff: true,
    retryDelayMax: spec.retryDelayMax ?? 300,
    expireInSeconds: spec.expireInSeconds ?? 60,
    retentionSeconds: retention(spec),
    deleteAfterSeconds: day,
    notify: true,
    ...(spec.deadLetter === undefined ? {} : { deadLetter: spec.deadLetter }),
  };
}

/**
 * Dead letter queues first, because pg-boss refuses to name one that does not exist yet.
 * Throws when a name is missing, or when a queue that keeps order has no dead letter queue: its failed jobs would hold
 * back their conversation for ever.
 */
export function inCreationOrder(specs: readonly QueueSpec[]): QueueSpec[] {
  const names = new Set(specs.map((spec) => spec.name));
  for (const spec of specs) {
    if (spec.deadLetter !== undefined && !names.has(spec.deadLetter)) {
      throw new Error(`Queue ${spec.name} names the dead letter queue ${spec.deadLetter}, which is not in the list.`);
    }
    if (spec.policy === 'key_strict_fifo' && spec.deadLetter === undefined) {
      throw new Error(`Queue ${spec.name} keeps order and so needs a dead letter queue.`);
    }
  }
  const targets = new Set(specs.map((spec) => spec.deadLetter));
  return [...specs].sort((a, b) => Number(targets.has(b.name)) - Number(targets.has(a.name)));
}
