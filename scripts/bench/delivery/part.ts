import { setTimeout as pause } from 'node:timers/promises';
import { startIdentity, type Identity } from '../../../tests/support/bot-tokens.js';
import { startBenchChild, type BenchChild } from '../child.js';
import { postgresqlPlace, type BenchPlace } from '../engines.js';
import type { BenchOptions, PartReport } from '../part.js';
import { threadsFrom, type Batch } from './batch.js';
import { startHangingTeams, startLimitedTeams, type Behaviour, type LimitedTeams } from './limited-teams.js';
import { deliveryPage, type Found } from './report.js';
import { besidePresses } from './beside-presses.js';
import { sendAll, type Sent } from './sending.js';

/** So many processes send together. */
export const processes = [1, 2, 4] as const;

const healthy: Behaviour = { answersInMs: 50, troubles: [], dead: null };
/** Of a hundred requests one is lost on Teams' side, and of three hundred one is refused without a reason that we know. */
const troubled: Behaviour = {
  answersInMs: 50,
  troubles: [
    { every: 97, status: 502 },
    { every: 311, status: 429 },
  ],
  dead: 7,
};

/** Messages that leave within Teams' limits, over several processes on one PostgreSQL. */
export async function measureDelivery(options: BenchOptions): Promise<PartReport> {
  const place = await postgresqlPlace();
  if (place === null) return { page: '## Delivery\n\nPostgreSQL is not installed here: skipped.', tooSlow: [] };
  const identity = await startIdentity();
  try {
    const found: Found[] = [];
    for (const count of options.short ? processes.slice(0, 2) : processes) {
      console.error(`delivery: ${count} processes on ${place.name}`);
      found.push({ processes: count, ...(await measureWith(count, place, identity, options)) });
    }
    console.error('delivery: while eight people press');
    return deliveryPage(place.name, found, await besidePresses(place, identity, options), options);
  } finally {
    await identity.close();
    place.remove();
  }
}

async function measureWith(
  count: number,
  place: BenchPlace,
  identity: Identity,
  { short }: BenchOptions,
): Promise<Omit<Found, 'processes'>> {
  const given = { where: await place.another(), identity: identity.metadataUrl };
  const senders: BenchChild[] = [];
  // One after the other: the first makes the tables.
  for (let made = 0; made < count; made++) senders.push(await startBenchChild('sender', given));
  try {
    const oneTenant = await withTeams(healthy, (teams) =>
      sendAll(senders, teams, {
        name: 'one-tenant',
        serviceUrl: teams.serviceUrl,
        tenants: 1,
        threads: threadsFrom(1, short ? 20 : 200),
        each: short ? 3 : 10,
      }),
    );
    const many = await withTeams(troubled, (teams) => {
      const each = short ? 2 : 8;
      const threads = threadsFrom(0, short ? 40 : 500);
      const batch = { name: 'many', serviceUrl: teams.serviceUrl, tenants: 20, threads, each };
      return sendAll(senders, teams, batch, each);
    });
    const others = await withTeams(healthy, (teams) => sendAll(senders, teams, othersOf(teams, 'others-alone', short)));
    return { oneTenant, many, others, besideHanging: await besideHanging(senders, short) };
  } finally {
    for (const sender of senders) await sender.stop();
  }
}

const othersOf = ({ serviceUrl }: LimitedTeams, name: string, short: boolean): Batch => ({
  name,
  serviceUrl,
  tenants: 20,
  threads: threadsFrom(name === 'others-alone' ? 3_000 : 4_000, short ? 10 : 40),
  each: 5,
});

/** An address that never answers, with forty threads; then two hundred messages of others. */
async function besideHanging(senders: readonly BenchChild[], short: boolean): Promise<Sent> {
  const hanging = await startHangingTeams();
  try {
    const threads = threadsFrom(2_000, 40);
    await senders[0]!.ask('put', { name: 'hanging', serviceUrl: hanging.serviceUrl, tenants: 1, threads, each: 5 });
    await pause(1_000);
    return await withTeams(healthy, (teams) => sendAll(senders, teams, othersOf(teams, 'others-beside', short)));
  } finally {
    await hanging.close();
  }
}

async function withTeams(behaviour: Behaviour, work: (teams: LimitedTeams) => Promise<Sent>): Promise<Sent> {
  const teams = await startLimitedTeams(behaviour);
  try {
    return await work(teams);
  } finally {
    await teams.close();
  }
}
