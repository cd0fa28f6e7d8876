import { startIdentity } from '../../../tests/support/bot-tokens.js';
import { startBenchChild, type BenchChild } from '../child.js';
import type { Usage } from '../children/answers.js';
import { embeddedPlace, postgresqlPlace, type BenchPlace } from '../engines.js';
import type { BenchOptions, PartReport } from '../part.js';
import { kinds, type Kind, type Measured, type Slice } from './kinds.js';
import { press, type Press, type Pressed } from './load.js';
import { pressesPage } from './report.js';
import { openWorld, type Waiting, type World } from './world.js';

interface Bots {
  readonly ours: BenchChild;
  readonly echo: BenchChild;
  /** The bare bot that also stores, on the same engine. */
  readonly lean: BenchChild;
}

/** How many press at once. */
export const connections = [1, 8] as const;

/** Presses a second, one kind after the other in turns, each bot in a process of its own; the bench itself only presses. */
export async function measurePresses(options: BenchOptions): Promise<PartReport> {
  const places = [await embeddedPlace(), await postgresqlPlace()].filter((place) => place !== null);
  const found = [];
  for (const place of places) found.push({ name: place.name, measured: await measureOn(place, options) });
  return { page: pressesPage(found, options), tooSlow: [] };
}

async function measureOn(place: BenchPlace, options: BenchOptions): Promise<Measured> {
  console.error(`presses: ${place.name}`);
  const service = await startIdentity();
  const identity = service.metadataUrl;
  const ours = await startBenchChild('bot', { where: await place.another(), identity, filled: options.filled });
  const echo = await startBenchChild('echo', { where: null, identity });
  const lean = await startBenchChild('echo', { where: await place.another(), identity });
  const world = await openWorld(ours, service, Math.max(...connections));
  try {
    const measured: Measured = new Map();
    const rounds = options.short ? 1 : (options.rounds ?? 5);
    for (let round = 0; round <= rounds; round++)
      for (const atOnce of connections)
        await oneRound({ ours, echo, lean }, world, { round, atOnce, ms: options.short ? 100 : 1000 }, measured);
    return measured;
  } finally {
    for (const bot of [ours, echo, lean]) await bot.stop();
    await world.close();
    await service.close();
    place.remove();
  }
}

interface Turn {
  readonly round: number;
  readonly atOnce: number;
  readonly ms: number;
}

/** The first round warms up. Each round begins with another kind, so that noise of the machine hits all alike. */
async function oneRound(bots: Bots, world: World, turn: Turn, measured: Measured): Promise<void> {
  const { round, atOnce } = turn;
  const names = Object.keys(kinds) as Kind[];
  for (let index = 0; index < names.length; index++) {
    const kind = names[(index + round) % names.length]!;
    const slice = await measureSlice(kind, bots, world, turn);
    const key = `${kind} ${atOnce}` as const;
    if (round > 0) measured.set(key, [...(measured.get(key) ?? []), slice]);
  }
}

async function measureSlice(kind: Kind, bots: Bots, world: World, turn: Turn): Promise<Slice> {
  const bot = bots[kinds[kind].of];
  const waiting = kind === 'answer' ? await world.prepare(Math.ceil((turn.ms / 1000) * 300) + turn.atOnce) : [];
  const answered: Waiting[] = [];
  const before = await bot.ask<Usage>('usage');
  const { count, ms } = await pressFor(kind, bot, world, turn, () => {
    const next = waiting.pop();
    if (next !== undefined) answered.push(next);
    return next ?? null;
  });
  // What follows from an answer costs too: it is waited for, but not in the time of the presses.
  if (bot === bots.ours) await world.settled();
  const after = await bot.ask<Usage>('usage');
  if (kind === 'answer') await mustBeContacted(bots.ours, answered);
  const presses = after.presses - before.presses;
  return {
    perSecond: (count / ms) * 1000,
    cpuMs: (after.cpuMs - before.cpuMs) / count,
    statements: presses === 0 ? null : (after.statements - before.statements) / presses,
  };
}

async function pressFor(
  kind: Kind,
  bot: BenchChild,
  world: World,
  { atOnce, ms }: Turn,
  nextWaiting: () => Waiting | null,
): Promise<Pressed> {
  if (kind === 'lean-step' || kind === 'lean-answer') return bot.ask('alone', { kind, atOnce, ms });
  const next: Readonly<Record<Exclude<Kind, 'lean-step' | 'lean-answer'>, (person: number) => Press | null>> = {
    echo: () => world.echo('show'),
    status: () => world.look,
    list: () => world.list,
    step: (person) => world.step(person),
    answer: () => {
      const waiting = nextWaiting();
      return waiting === null ? null : world.answer(waiting);
    },
    'echo-step': () => world.echo('lean-step'),
    'echo-answer': () => world.echo('lean-answer'),
  };
  return press({ url: bot.url, authorization: world.authorization, atOnce, ms, next: next[kind] });
}

async function mustBeContacted(bot: BenchChild, answered: readonly Waiting[]): Promise<void> {
  const ids = answered.map(({ id }) => id);
  const lost = await bot.ask<number>('notContacted', ids);
  if (lost > 0) throw new Error(`${lost} answers of ${ids.length} that were measured are not stored`);
}
