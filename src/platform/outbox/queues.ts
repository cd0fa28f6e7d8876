import type { Transaction } from 'kysely';
import type { Clock } from '../clock.js';
import { Seldom } from '../seldom.js';
import type { Runtime } from '../runtime/perform.js';
import type { Job } from '../queue/job.js';
import type { Queue } from '../queue/queue.js';
import type { QueueSpec } from '../queue/queue-spec.js';
import type { Database } from '../storage/connection.js';
import type { Schema } from '../storage/rows/schema.js';
import { destroyErasedKeys } from '../keys/destroy-keys.js';
import { prune } from '../storage/prune.js';
import { readSettings } from '../storage/settings.js';
import { countUp } from '../storage/figures/count-up.js';
import { putBeforeDesk } from './before-desk.js';
import { deliver, type DeliveryDeps } from './deliver.js';
import { TeamsServices } from './teams-services.js';
import { fetchRoster, channelsToCheck } from './roster.js';
import { wake } from './wake.js';

const names = {
  deliver: 'deliver',
  undeliverable: 'undeliverable',
  wake: 'wake',
  roster: 'roster',
  figures: 'figures',
  prune: 'prune',
} as const;

/** The queues of the outbox. Order is kept per conversation; a message that fails for good is put before the desk. */
export const outboxQueues: readonly QueueSpec[] = [
  { name: names.undeliverable, retryLimit: 20 },
  {
    name: names.deliver,
    policy: 'key_strict_fifo',
    deadLetter: names.undeliverable,
    retryLimit: 10,
    retryDelay: 2,
    retryDelayMax: 300,
  },
  { name: names.wake, retryLimit: 2 },
  { name: names.roster, policy: 'short', retryLimit: 8 },
  // It goes on where it was: what took longer than a minute is no failure.
  { name: names.figures, policy: 'short', retryLimit: 0, expireInSeconds: 120 },
  // What is left is erased the next night.
  { name: names.prune, policy: 'short', retryLimit: 1, expireInSeconds: 120 },
];

/** A moment further away than this is left to the wake-up of every minute. */
const soonMs = 90_000;

/** How outcomes hand their work to the queue, inside their own transaction. */
export const enqueueWith =
  (queue: () => Queue, clock: Clock): Runtime['enqueue'] =>
  async (trx: Transaction<Schema>, work) => {
    const deliveries = new Map(work.deliveries.map((one) => [one.messageId, one]));
    await queue().sendAll(
      trx,
      names.deliver,
      [...deliveries.values()].map(({ messageId, conversation }) => ({
        data: { messageId },
        singletonKey: conversation,
      })),
    );
    for (const channelId of work.rosters)
      await queue().send(trx, names.roster, { channelId }, { singletonKey: channelId });
    await wakeSoon(trx, queue(), clock, work.wakeAt);
  };

async function wakeSoon(trx: Transaction<Schema>, queue: Queue, clock: Clock, moments: readonly Date[]): Promise<void> {
  const waits = moments.map((at) => Math.max(0, at.getTime() - clock.now().getTime())).filter((wait) => wait <= soonMs);
  for (const wait of new Set(waits))
    await queue.send(trx, names.wake, {}, wait === 0 ? {} : { startAfter: Math.ceil(wait / 1000) });
}

/**
 * So many deliveries run side by side in one process: most of their time they wait for Teams or for their turn. On the embedded engine
 * there is one connection for all; on a server presses find some free beside them.
 */
export const deliveriesAtOnce = ({ exclusive }: Pick<Database, 'exclusive'>): number => (exclusive ? 4 : 12);

/** Starts the work: deliveries side by side (one by one per conversation), dues, rosters, and a wake-up every minute. */
export async function startOutbox(
  given: Omit<DeliveryDeps, 'services'>,
  queue: Queue,
  report: (job: string, error: unknown) => void,
): Promise<void> {
  const world = { ...given, services: new TeamsServices(given.parts) };
  const erasing = new Seldom(1, hourMs);
  const sendOne = async (job: Job): Promise<void> => {
    await world.yieldToPresses.turn();
    await deliver(world, String(job.data['messageId']), job.retryCount);
  };
  await queue.work(names.deliver, sendOne, { concurrency: deliveriesAtOnce(world.parts.database), pollSeconds: 1 });
  await queue.work(names.undeliverable, async (job) =>
    putBeforeDesk(world, String(job.data['messageId']), job.failedIn?.reason ?? 'not-delivered'),
  );
  await queue.work(names.wake, async () => {
    await world.yieldToPresses.turn();
    await destroyErased(world.parts, (error) => erasing.tell('erasing', () => report('destroy-keys', error)));
    await wake(world.parts, world.registry, report);
    await world.services.tellOfLong();
    await checkRosters(world.parts, queue);
  });
  // `placeId`: queued before channels were called that.
  await queue.work(names.roster, async ({ data }) =>
    fetchRoster(world.parts, world.connector, String(data['channelId'] ?? data['placeId'])),
  );
  await queue.work(names.figures, async () => {
    const { database, clock } = world.parts;
    await countUp(database, { now: clock.now(), turn: () => world.yieldToPresses.turn(), longestMs: countingMs });
  });
  await queue.schedule(names.wake, '* * * * *');
  await queue.work(names.prune, () => pruneNow(world));
  await queue.schedule(names.figures, '*/5 * * * *');
  await queue.schedule(names.prune, '15 3 * * *', {}, { timeZone: 'Europe/Brussels' });
}

const hourMs = 3_600_000;

/**
 * What was erased a moment ago, or is left from before something stood in the way: that is told once an hour, and tried again each
 * minute. Meanwhile `/health` and the figures say so.
 */
async function destroyErased({ database, sealer, clock }: Runtime, report: (error: unknown) => void): Promise<void> {
  await destroyErasedKeys(database, sealer, clock.now()).catch(report);
}

async function pruneNow({ parts, yieldToPresses }: DeliveryDeps): Promise<void> {
  const { keptDays } = await readSettings(parts.database.kysely);
  await prune(parts.database, { now: parts.clock.now(), terms: keptDays, turn: () => yieldToPresses.turn() });
}

/** So long the figures are counted at one time; a database with years in it takes several. */
const countingMs = 90_000;

/** Wakes at once: after the clock was moved. */
export const wakeNow = async (queue: Queue): Promise<void> => void (await queue.send(null, names.wake, {}));

/** A roster is fetched again every 20 hours by the program's clock, well before it stops giving rights. */
async function checkRosters(parts: Runtime, queue: Queue): Promise<void> {
  const before = new Date(parts.clock.now().getTime() - 20 * 3_600_000);
  for (const channelId of await channelsToCheck(parts, before))
    await queue.send(null, names.roster, { channelId }, { singletonKey: channelId });
}
