import { setTimeout as pause } from 'node:timers/promises';
import { startIdentity } from '../../../tests/support/bot-tokens.js';
import { startBenchChild, type BenchChild } from '../child.js';
import { postgresqlPlace } from '../engines.js';
import { ms } from '../figures.js';
import type { BenchOptions, PartReport } from '../part.js';
import { openWorld } from '../presses/world.js';
import { Balancer } from './traffic.js';

/** As long as `src/index.ts` goes on answering after it was told to stop. */
const drainMs = 5_000;
const people = 8;

/** Two processes are replaced one after the other by new ones, while eight people press over kept connections. */
export async function measureRestart({ short }: BenchOptions): Promise<PartReport> {
  const place = await postgresqlPlace();
  if (place === null)
    return { page: '## A rolling restart\n\nPostgreSQL is not installed here: skipped.', tooSlow: [] };
  const identity = await startIdentity();
  const where = await place.another();
  const given = { where, identity: identity.metadataUrl };
  const first = await startBenchChild('bot', { ...given, filled: 0 });
  const world = await openWorld(first, identity, 1);
  const balancer = new Balancer(world.authorization, world.look);
  const begin = async (): Promise<BenchChild> => {
    const bot = await startBenchChild('sender', given);
    await balancer.add(bot.url);
    return bot;
  };
  try {
    await balancer.add(first.url);
    const second = await begin();
    const traffic = balancer.people(people);
    await pause(short ? 500 : 3_000);
    const last: BenchChild[] = [];
    for (const old of [first, second]) {
      last.push(await begin());
      await old.ask('drain', short ? 1_000 : drainMs);
      await old.stop();
    }
    await pause(short ? 500 : 3_000);
    balancer.close();
    await traffic;
    for (const bot of last) await bot.stop();
    return { page: pageOf(balancer, place.name, short), tooSlow: [] };
  } finally {
    balancer.close();
    await world.close();
    await identity.close();
    place.remove();
  }
}

/** A press that failed is a wrong answer, and thrown. */
function pageOf({ answered, failed, longest, gap }: Balancer, place: string, short: boolean): string {
  if (failed > 0) throw new Error(`${failed} of ${answered + failed} presses failed during a rolling restart`);
  return [
    '## A rolling restart',
    `Two processes on ${place}, each replaced by a new one while ${people} people press over kept connections; a proxy looks five times a second who is ready.`,
    ...(short ? ['A short run: the figures say nothing.'] : []),
    `${answered} presses answered, ${failed} failed. The longest that one waited: ${ms(longest)} ms; the longest without any answer: ${ms(gap)} ms.`,
  ].join('\n\n');
}
