import { sql } from 'kysely';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry as Metrics } from 'prom-client';
import type { Database } from '../storage/connection.js';
import { readSettings } from '../storage/settings.js';
import type { Queue } from '../queue/queue.js';
import type { HttpPage } from './http-page.js';

/** What the pages need; the queue is there only after the start. */
export interface Behind {
  readonly database: Database;
  readonly queue: Queue;
  /** False when it is going to stop: whoever divides the work is to send nothing more here. */
  isReady(): boolean;
}

/** Counts of what happened; labels are verbs and codes, never ids or anything a person typed. */
export interface Meters {
  readonly repeatedPosts: Counter;
  readonly presses: Histogram<'verb'>;
  readonly statements: Histogram<'verb'>;
  readonly registry: Metrics;
}

/** Makes the meters of one program. */
export function createMeters(): Meters {
  const registry = new Metrics();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    repeatedPosts: new Counter({
      name: 'meldpunt_repeated_posts_total',
      help: 'Posts that may stand twice in Teams because the process died between acceptance and our note of it',
      registers: [registry],
    }),
    presses: new Histogram({
      name: 'meldpunt_press_seconds',
      help: 'Time to answer a pressed button',
      labelNames: ['verb'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.3, 1, 5],
      registers: [registry],
    }),
    statements: new Histogram({
      name: 'meldpunt_press_statements',
      help: 'Statements to the database for one pressed button',
      labelNames: ['verb'],
      buckets: [2, 4, 8, 14, 20, 40],
      registers: [registry],
    }),
  };
}

/** `/health`: is it ready, and does the database answer. `/metrics`: Prometheus figures, to this machine only. */
export function pagesOf(behind: Behind, meters: Meters): HttpPage[] {
  meters.registry.registerMetric(waitingJobs(behind.queue));
  meters.registry.registerMetric(waitingMessages(behind.database));
  meters.registry.registerMetric(casesWithoutNextStep(behind.database));
  return [health(behind), metrics(meters)];
}

const waitingJobs = (queue: Queue): Gauge =>
  new Gauge({
    name: 'meldpunt_queue_ready',
    help: 'Jobs that are due and not running',
    labelNames: ['queue'],
    registers: [],
    async collect() {
      for (const count of await queue.counts()) this.set({ queue: count.queue }, count.ready);
    },
  });

const waitingMessages = (database: Database): Gauge =>
  new Gauge({
    name: 'meldpunt_messages_waiting',
    help: 'Messages that are to be sent (due) and that could not be delivered (undeliverable)',
    labelNames: ['state'],
    registers: [],
    async collect() {
      const { rows } = await sql<{ due: number; undeliverable: number }>`
        select count(*) filter (where state = 'due')::int as due,
          count(*) filter (where state = 'undeliverable')::int as undeliverable
        from message where state <> 'sent'`.execute(database.kysely);
      for (const state of ['due', 'undeliverable'] as const) this.set({ state }, rows[0]?.[state] ?? 0);
    },
  });

/** Not counted again at each look: the nightly run goes over all of them. */
const casesWithoutNextStep = ({ kysely }: Database): Gauge =>
  new Gauge({
    name: 'meldpunt_cases_without_next_step',
    help: 'Open referrals for which the last run over all of them found no next step, before it mended them',
    registers: [],
    async collect() {
      this.set((await readSettings(kysely)).reconciled?.withoutNextStep ?? 0);
    },
  });

const health = ({ database, isReady }: Behind): HttpPage => ({
  path: '/health',
  local: false,
  async answer() {
    if (!isReady())
      return { status: 503, type: 'application/json', body: JSON.stringify({ ok: false, stopping: true }) };
    const ok = await sql`select 1`.execute(database.kysely).then(
      () => true,
      () => false,
    );
    return { status: ok ? 200 : 503, type: 'application/json', body: JSON.stringify({ ok }) };
  },
});

const metrics = (meters: Meters): HttpPage => ({
  path: '/metrics',
  local: true,
  answer: async () => ({ status: 200, type: meters.registry.contentType, body: await meters.registry.metrics() }),
});
