import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry as Metrics } from 'prom-client';
import type { Clock } from '../clock.js';
import type { Database } from '../storage/connection.js';
import { readSettings } from '../storage/settings.js';
import type { Queue } from '../queue/queue.js';
import type { Sealer } from '../storage/keys/seal.js';
import { backlogOf, degradedBy, deliveryGauges } from './delivery-gauges.js';
import type { HttpAnswer, HttpPage } from './http-page.js';

/** What the pages need; the queue is there only after the start. */
export interface Behind {
  readonly database: Database;
  /** The keys beside it. */
  readonly sealer: Pick<Sealer, 'checkKeeps'>;
  readonly queue: Queue;
  readonly clock: Clock;
  /** Who may read the figures; null: nobody. */
  readonly readers: MetricsReaders | null;
  /** When the secret or certificate ends by which the bot is known to Teams; null: not known, or never. */
  readonly proofEndsAt: Date | null;
  /** False when it is going to stop: whoever divides the work is to send nothing more here. */
  isReady(): boolean;
}

/** Whoever shows a token; or, while the bot listens on this machine only, whoever is on it. */
export type MetricsReaders = 'this-machine' | { readonly token: string };

/** Counts of what happened; labels are verbs and codes, never ids or anything a person typed. */
export interface Meters {
  readonly repeatedPosts: Counter;
  readonly silentAddresses: Gauge;
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
    silentAddresses: new Gauge({
      name: 'meldpunt_teams_addresses_silent',
      help: 'Addresses of Teams that this process found silent several times in a row; their messages wait',
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

/**
 * `/health`: is it ready, does the database answer, and can it keep what it is given. `/metrics`: Prometheus figures, for
 * its readers; without any it is not there. An address says nothing of who asks: a proxy on this machine passes strangers on.
 */
export function pagesOf(behind: Behind, meters: Meters): HttpPage[] {
  meters.registry.registerMetric(waitingJobs(behind.queue));
  meters.registry.registerMetric(waitingMessages(behind.database));
  meters.registry.registerMetric(casesWithoutNextStep(behind.database));
  meters.registry.registerMetric(databaseUp(behind));
  if (behind.proofEndsAt !== null) meters.registry.registerMetric(proofEnds(behind.proofEndsAt));
  for (const gauge of deliveryGauges(behind.database, () => behind.clock.now())) meters.registry.registerMetric(gauge);
  return [health(behind), ...(behind.readers === null ? [] : [metrics(meters, behind.readers)])];
}

const waitingJobs = (queue: Queue): Gauge =>
  new Gauge({
    name: 'meldpunt_queue_ready',
    help: 'Jobs that are due and not running',
    labelNames: ['queue'],
    registers: [],
    async collect() {
      this.reset();
      for (const count of (await known(queue.counts())) ?? []) this.set({ queue: count.queue }, count.ready);
    },
  });

const waitingMessages = (database: Database): Gauge =>
  new Gauge({
    name: 'meldpunt_messages_waiting',
    help: 'Messages that are to be sent (due) and that could not be delivered (undeliverable)',
    labelNames: ['state'],
    registers: [],
    async collect() {
      const found = await known(
        sql<{ due: number; undeliverable: number }>`
        select count(*) filter (where state = 'due')::int as due,
          count(*) filter (where state = 'undeliverable')::int as undeliverable
        from message where state <> 'sent'`.execute(database.kysely),
      );
      this.reset();
      if (found !== null)
        for (const state of ['due', 'undeliverable'] as const) this.set({ state }, found.rows[0]?.[state] ?? 0);
    },
  });

/** Not counted again at each look: the nightly run goes over all of them. */
const casesWithoutNextStep = ({ kysely }: Database): Gauge =>
  new Gauge({
    name: 'meldpunt_cases_without_next_step',
    help: 'Open referrals for which the last run over all of them found no next step, before it mended them',
    registers: [],
    async collect() {
      const settings = await known(readSettings(kysely));
      if (settings !== null) this.set(settings.reconciled?.withoutNextStep ?? 0);
    },
  });

/** What the database says; null when it does not answer: that is a figure of its own, and the others are still told. */
const known = <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null);

const databaseUp = (behind: Behind): Gauge =>
  new Gauge({
    name: 'meldpunt_database_up',
    help: '1 when the database answers and it and the key file keep what they are given, otherwise 0',
    registers: [],
    async collect() {
      this.set((await troubleOf(behind)) === null ? 1 : 0);
    },
  });

const proofEnds = (at: Date): Gauge =>
  new Gauge({
    name: 'meldpunt_secret_ends_timestamp_seconds',
    help: 'When the secret or certificate ends by which the bot is known to Teams: after it nothing is sent any more',
    registers: [],
    collect() {
      this.set(at.getTime() / 1000);
    },
  });

/** What is wrong with the database or the keys beside it, in a code; null when nothing is. */
const troubleOf = async ({ database, sealer }: Behind): Promise<'database' | 'storage' | 'keys' | null> => {
  if ((await known(sql`select 1`.execute(database.kysely))) === null) return 'database';
  try {
    await database.checkKeeps();
  } catch {
    return 'storage';
  }
  try {
    sealer.checkKeeps();
    return null;
  } catch {
    return 'keys';
  }
};

const json = (status: number, body: object): HttpAnswer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

const health = (behind: Behind): HttpPage => ({
  path: '/health',
  local: false,
  async answer() {
    const { database, clock } = behind;
    if (!behind.isReady()) return json(503, { ok: false, stopping: true });
    const trouble = await troubleOf(behind);
    if (trouble !== null) return json(503, { ok: false, trouble });
    const backlog = await known(backlogOf(database));
    const degraded = backlog === null ? null : degradedBy(backlog, clock.now());
    return json(200, { ok: true, ...(degraded === null ? {} : { degraded }) });
  },
});

const metrics = ({ registry }: Meters, readers: MetricsReaders): HttpPage => ({
  path: '/metrics',
  local: readers === 'this-machine',
  async answer({ headers }) {
    if (readers !== 'this-machine' && !isSameText(headers['authorization'] ?? '', `Bearer ${readers.token}`))
      return { ...json(401, { code: 'Unauthorized' }), headers: { 'www-authenticate': 'Bearer' } };
    return { status: 200, type: registry.contentType, body: await registry.metrics() };
  },
});

/** Compared by digests, so that how long it takes says nothing of where they differ. */
const isSameText = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
