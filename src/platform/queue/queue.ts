import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Database } from '../storage/connection.js';
import type { Schema } from '../storage/rows/schema.js';
import { asJob, assertOnlyIds, errorCode, type Handler, type Job, type JobData, type RetryLater } from './job.js';
import { datedNow } from './dated.js';
import { nextJobId } from './job-id.js';
import { asBossQueue, inCreationOrder, type QueueSpec } from './queue-spec.js';
import { bury, inside, judge, postpone, reclaimAbandoned, releaseKeys, type Verdict } from './settle.js';

/** What went wrong, for the log: names and ids, and the error itself. Never a job's data. */
export interface QueueTrouble {
  readonly queue: string | null;
  readonly jobId: string | null;
  /** What becomes of the job; null when the trouble is not about one job. */
  readonly verdict: Verdict | null;
  readonly error: unknown;
}

export interface QueueOptions {
  /** Told of every failed attempt and of trouble inside the queue. */
  readonly onError?: (trouble: QueueTrouble) => void;
  /** Off in processes that only send. Default on: runs the cron schedules. */
  readonly schedule?: boolean;
}

export interface SendOptions {
  /** Not before this moment, or so many seconds from now. */
  readonly startAfter?: Date | number;
  /** The conversation whose order counts (`key_strict_fifo`), or what there may be only one of (`short`). */
  readonly singletonKey?: string;
  /** Higher goes first; never within one key of a `key_strict_fifo` queue. */
  readonly priority?: number;
}

export interface WorkOptions {
  /** How many jobs run side by side, each fetched on its own. Default 1. */
  readonly concurrency?: number;
  /** How many jobs one worker fetches at once and runs side by side; it waits for the slowest. Default 1. */
  readonly batch?: number;
  /** How often to look for work that nothing announces: retries, postponed and delayed jobs. Default every second. */
  readonly pollSeconds?: number;
}

export interface ScheduleOptions {
  /** Several schedules on one queue are told apart by key. */
  readonly key?: string;
  readonly timeZone?: string;
}

/** How many jobs of a queue stand where. */
export interface QueueCount {
  readonly queue: string;
  /** Due now and not running. */
  readonly ready: number;
  /** Waiting for their time, or for their next attempt. */
  readonly later: number;
  readonly active: number;
  readonly failed: number;
  /** Since when the oldest job that is due has been due. */
  readonly oldestReadyAt: Date | null;
}

/** A job to send: its data and the key whose order it keeps. */
export interface Sending {
  readonly data: JobData;
  readonly singletonKey: string;
}

export interface Queue {
  /**
   * Sends a job; with `trx` it exists exactly when the transaction commits: that is the outbox. Returns its id, or null
   * when a `short` queue already had one waiting with this key. Throws on an unknown queue and on data that is not ids.
   */
  send(trx: Transaction<Schema> | null, queue: string, data: JobData, options?: SendOptions): Promise<string | null>;
  /** Sends several jobs to one queue inside a transaction, in this order, in one statement. Throws as `send`. */
  sendAll(trx: Transaction<Schema>, queue: string, jobs: readonly Sending[]): Promise<void>;
  /** Takes back the jobs of a key that have not begun; returns how many. */
  withdraw(trx: Transaction<Schema> | null, queue: string, singletonKey: string): Promise<number>;
  /** Starts working a queue; once per queue and process. */
  work(queue: string, handler: Handler, options?: WorkOptions): Promise<void>;
  /** Sends a job on a cron rhythm; a beat missed while everything was down is made up once. */
  schedule(queue: string, cron: string, data?: JobData, options?: ScheduleOptions): Promise<void>;
  unschedule(queue: string, key?: string): Promise<void>;
  counts(): Promise<QueueCount[]>;
  /** Sends what stands in a dead letter queue back to where it failed, oldest first; returns how many. */
  redrive(deadLetterQueue: string, limit?: number): Promise<number>;
  /** Takes no new jobs, lets the running ones end (at most so long), then lets go of the database. */
  stop(timeoutMs?: number): Promise<void>;
}

const sweepInterval = 30_000;

/**
 * Starts the queue on a database, makes the given queues (or brings them up to date) and returns how to use them.
 * Call it once per process, after the migrations; stop it before closing the database.
 * Throws when a spec does not hold together, or the database cannot be reached.
 */
export async function startQueue(
  db: Database,
  specs: readonly QueueSpec[],
  options: QueueOptions = {},
): Promise<Queue> {
  const report = options.onError ?? (() => undefined);
  const ordered = inCreationOrder(specs);
  const boss = newBoss(db, options, report);
  await boss.start();
  await createQueues(boss, ordered);
  const names = ordered.map((spec) => spec.name);
  if (db.exclusive) await reclaimAbandoned(boss, db, names);
  const sweep = () =>
    releaseKeys(db).catch((error: unknown) => report({ queue: null, jobId: null, verdict: null, error }));
  await sweep();
  const timer = setInterval(() => void sweep(), sweepInterval);
  timer.unref();
  return new BossQueue(db, boss, new Map(ordered.map((spec) => [spec.name, spec])), report, timer);
}

function newBoss(db: Database, options: QueueOptions, report: (trouble: QueueTrouble) => void): PgBoss {
  const boss = new PgBoss({
    ...db.bossOptions,
    schema: 'pgboss',
    useListenNotify: true,
    schedule: options.schedule ?? true,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
  });
  boss.on('error', (error) => report({ queue: null, jobId: null, verdict: null, error }));
  boss.on('warning', (warning) =>
    report({ queue: null, jobId: null, verdict: null, error: new Error(warning.message) }),
  );
  return boss;
}

/**
 * Makes each queue, or applies what changed. Then asks for a job of each: that fills pg-boss's memory of its queues.
 * A queue it does not know would be looked up on the main connection, and on the embedded engine that look-up, made
 * inside a transaction, waits for that same transaction for ever.
 */
async function createQueues(boss: PgBoss, specs: readonly QueueSpec[]): Promise<void> {
  for (const spec of specs) {
    const settings = asBossQueue(spec);
    await boss.createQueue(spec.name, { ...settings, policy: spec.policy ?? 'standard' });
    await boss.updateQueue(spec.name, { ...settings, deadLetter: spec.deadLetter ?? null });
  }
  for (const spec of specs) await boss.getJobById(spec.name, randomUUID());
}

class BossQueue implements Queue {
  constructor(
    private readonly db: Database,
    private readonly boss: PgBoss,
    private readonly specs: ReadonlyMap<string, QueueSpec>,
    private readonly report: (trouble: QueueTrouble) => void,
    private readonly timer: NodeJS.Timeout,
  ) {}

  async send(trx: Transaction<Schema> | null, queue: string, data: JobData, options: SendOptions = {}) {
    const spec = this.#spec(queue);
    assertOnlyIds(queue, data);
    if (spec.policy !== 'key_strict_fifo') return this.#insert(trx, queue, data, options);
    if (trx !== null) return this.#insertLast(trx, queue, data, options);
    return this.db.kysely.transaction().execute((own) => this.#insertLast(own, queue, data, options));
  }

  async sendAll(trx: Transaction<Schema>, queue: string, jobs: readonly Sending[]) {
    const spec = this.#spec(queue);
    if (jobs.length === 0) return;
    for (const { data } of jobs) assertOnlyIds(queue, data);
    const rows = jobs.map(({ data, singletonKey }) => ({ id: nextJobId(), data, singletonKey }));
    const ids = rows.map(({ id }) => id);
    if (spec.policy !== 'key_strict_fifo') return void (await this.boss.insert(queue, rows, { db: inside(trx) }));
    await datedNow(trx, ids, (db) => this.boss.insert(queue, rows, { db }));
  }

  async withdraw(trx: Transaction<Schema> | null, queue: string, singletonKey: string) {
    this.#spec(queue);
    const { numAffectedRows } = await sql`
      delete from pgboss.job
      where name = ${queue} and singleton_key = ${singletonKey} and state < 'active'`.execute(trx ?? this.db.kysely);
    return Number(numAffectedRows ?? 0n);
  }

  async work(queue: string, handler: Handler, options: WorkOptions = {}) {
    const spec = this.#spec(queue);
    for (let i = 0; i < (options.concurrency ?? 1); i++) await this.#startWorker(spec, handler, options);
  }

  async schedule(queue: string, cron: string, data: JobData = {}, options: ScheduleOptions = {}) {
    this.#spec(queue);
    assertOnlyIds(queue, data);
    const key = options.key === undefined ? {} : { key: options.key };
    await this.boss.schedule(queue, cron, data, { tz: options.timeZone ?? 'Europe/Brussels', missed: 'once', ...key });
  }

  async unschedule(queue: string, key?: string) {
    await this.boss.unschedule(queue, key);
  }

  async counts(): Promise<QueueCount[]> {
    const { rows } = await sql<QueueCount>`
      select name as queue,
        count(*) filter (where state < 'active' and start_after <= now())::int as ready,
        count(*) filter (where state < 'active' and start_after > now())::int as later,
        count(*) filter (where state = 'active')::int as active,
        count(*) filter (where state = 'failed')::int as failed,
        min(start_after) filter (where state < 'active' and start_after <= now()) as oldest_ready_at
      from pgboss.job where state <> 'completed' group by name`.execute(this.db.kysely);
    const none = { ready: 0, later: 0, active: 0, failed: 0, oldestReadyAt: null };
    return [...this.specs.keys()].map((queue) => rows.find((row) => row.queue === queue) ?? { queue, ...none });
  }

  async redrive(deadLetterQueue: string, limit = 1000) {
    this.#spec(deadLetterQueue);
    return this.boss.redrive(deadLetterQueue, { limit });
  }

  async stop(timeoutMs = 10_000) {
    clearInterval(this.timer);
    await this.boss.stop({ graceful: true, timeout: timeoutMs });
  }

  #spec(queue: string): QueueSpec {
    const spec = this.specs.get(queue);
    if (spec === undefined) throw new Error(`There is no queue ${queue}.`);
    return spec;
  }

  #insert(trx: Transaction<Schema> | null, queue: string, data: JobData, options: SendOptions): Promise<string | null> {
    return this.boss.send(queue, data, { id: nextJobId(), ...options, ...(trx ? { db: inside(trx) } : {}) });
  }

  #insertLast(trx: Transaction<Schema>, queue: string, data: JobData, options: SendOptions): Promise<string | null> {
    const id = nextJobId();
    return datedNow(trx, [id], (db) => this.boss.send(queue, data, { id, ...options, db }));
  }

  /** A worker fetches again at once after it did something: only an empty queue makes it wait for news or the next poll. */
  async #startWorker(spec: QueueSpec, handler: Handler, options: WorkOptions): Promise<void> {
    const poll = options.pollSeconds ?? 1;
    const workerId = await this.boss.work(
      spec.name,
      {
        batchSize: options.batch ?? 1,
        includeMetadata: true,
        perJobResults: true,
        pollingIntervalSeconds: poll,
        notifyPollingIntervalSeconds: poll,
      },
      async (rows: JobWithMetadata<JobData>[]) => {
        const results = await Promise.all(rows.map((row) => this.#attempt(spec, handler, asJob(row))));
        this.boss.notifyWorker(workerId);
        return results;
      },
    );
  }

  /** Runs the handler once. Always resolves: what fails is settled here or told to pg-boss, which then retries. */
  async #attempt(spec: QueueSpec, handler: Handler, job: Job): Promise<JobResult> {
    try {
      await handler(job);
      return { id: job.id, status: 'completed' };
    } catch (error) {
      return this.#settleFailure(spec, job, error);
    }
  }

  /** The status given back matters only while the job is still active; for one postponed or buried pg-boss finds nothing to do. */
  async #settleFailure(spec: QueueSpec, job: Job, error: unknown): Promise<JobResult> {
    const failed: JobResult = { id: job.id, status: 'failed', output: errorCode(error) };
    const verdict = judge(job, error);
    this.report({ queue: job.queue, jobId: job.id, verdict, error });
    try {
      if (verdict === 'postponed') await postpone(this.db, job, (error as RetryLater).afterSeconds);
      if (verdict === 'dead') await bury(this.boss, this.db, spec, job, error);
    } catch (trouble) {
      this.report({ queue: job.queue, jobId: job.id, verdict: null, error: trouble });
    }
    return failed;
  }
}
