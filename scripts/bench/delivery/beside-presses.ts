import type { Identity } from '../../../tests/support/bot-tokens.js';
import { startBenchChild } from '../child.js';
import type { BenchPlace } from '../engines.js';
import type { BenchOptions } from '../part.js';
import { press } from '../presses/load.js';
import { openWorld } from '../presses/world.js';
import { threadsFrom } from './batch.js';
import { startUnlimitedTeams } from './limited-teams.js';
import { sendAll, type Sent } from './sending.js';

const people = 8;

/** The same messages alone, and while eight people press one after the other; nobody limits what is sent. */
export interface BesidePresses {
  readonly alone: Sent;
  readonly beside: Sent;
  /** Presses a second meanwhile. */
  readonly presses: number;
}

export async function besidePresses(
  place: BenchPlace,
  identity: Identity,
  { short }: BenchOptions,
): Promise<BesidePresses> {
  const given = { where: await place.another(), identity: identity.metadataUrl, filled: 0 };
  const bot = await startBenchChild('bot', given);
  const world = await openWorld(bot, identity, 1);
  const teams = await startUnlimitedTeams(50);
  try {
    const each = short ? 2 : 10;
    const send = (name: string): Promise<Sent> =>
      sendAll([bot], teams, { name, serviceUrl: teams.serviceUrl, tenants: 20, threads: threadsFrom(0, 60), each });
    const alone = await send('alone');
    let isOver = false;
    const pressing = press({
      url: bot.url,
      authorization: world.authorization,
      atOnce: people,
      ms: 10 * 60_000,
      next: () => (isOver ? null : world.look),
    });
    const beside = await send('beside');
    isOver = true;
    const { count, ms } = await pressing;
    return { alone, beside, presses: (count / ms) * 1000 };
  } finally {
    await bot.stop();
    await world.close();
    await teams.close();
  }
}
