import type { JobWithMetadata } from 'pg-boss';

/** What a job carries: ids and short codes only. Whatever people typed stays in the tables and is read when the job runs. */
export type JobData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A job as its handler sees it. */
export interface Job {
  readonly id: string;
  readonly queue: string;
  readonly data: JobData;
  /** The key it was sent with: its conversation, or what it is the only one of. */
  readonly key: string | null;
  /** How often it was tried before, postponements included. */
  readonly retryCount: number;
  readonly retryLimit: number;
  /** For a job in a dead letter queue: where it failed, and with which reason its handler gave up; null: it did not. */
  readonly failedIn: { readonly queue: string; readonly jobId: string; readonly reason: string | null } | null;
  /** Aborted when the job took too long or the process stops: whatever is done after that is done again elsewhere. */
  readonly signal: AbortSignal;
}

/** Does the work of one job. Delivery is at least once: doing it twice must come to the same. Throw to have it retried. */
export type Handler = (job: Job) => Promise<void>;

/**
 * Thrown by a handler: try again after so many seconds, without using up an attempt (Teams said Retry-After). However often: the
 * queue knows only a job's age, and that says nothing of what was tried; who throws this has the patience, and gives up.
 */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';

  constructor(readonly afterSeconds: number) {
    super(`Try again after ${afterSeconds} s`);
  }
}

/** Thrown by a handler: trying again cannot help, hand the job to the dead letter queue now. `reason` is a short code. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';

  constructor(readonly reason: string) {
    super(`Given up: ${reason}`);
  }
}

/** From pg-boss's row to ours. */
export function asJob(row: JobWithMetadata<JobData>): Job {
  return {
    id: row.id,
    queue: row.name,
    data: row.data ?? {},
    key: row.singletonKey,
    retryCount: row.retryCount,
    retryLimit: row.retryLimit,
    failedIn:
      row.sourceName !== null && row.sourceId !== null
        ? { queue: row.sourceName, jobId: row.sourceId, reason: reasonIn(row.sourceOutput) }
        : null,
    signal: row.signal,
  };
}

/** The reason in what {@link errorCode} kept of an error; null when nobody gave up. */
function reasonIn(output: object | null): string | null {
  const { error, code } = (output ?? {}) as Partial<ReturnType<typeof errorCode>>;
  return error === GiveUp.name && typeof code === 'string' ? code : null;
}

const longest = 512;

const isId = (value: string): boolean => value.length <= longest && !/\s/.test(value);

/**
 * Refuses data that cannot be ids: a text with white space, something long or nested.
 * Jobs, dead letters and logs outlive the erasure of a case, so nothing a person typed may get in.
 */
export function assertOnlyIds(queue: string, data: JobData): void {
  for (const [name, value] of Object.entries(data)) {
    const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (nested || texts.some((text) => typeof text !== 'string' || !isId(text))) {
      throw new TypeError(`A job in ${queue} carries ids only: ${name} is something else.`);
    }
  }
}

/** What of an error may be kept with a job: its kind and code, never its message, which may quote a person. */
export function errorCode(error: unknown): { error: string; code?: string | number } {
  if (error instanceof GiveUp) return { error: error.name, code: error.reason };
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = [code, statusCode].find((value) => typeof value === 'string' || typeof value === 'number');
  return known === undefined ? { error: error.name } : { error: error.name, code: known as string | number };
}
