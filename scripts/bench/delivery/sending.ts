import { setTimeout as pause } from 'node:timers/promises';
import type { BenchChild } from '../child.js';
import { quantile } from '../figures.js';
import type { Batch } from './batch.js';
import type { LimitedTeams, Taken } from './limited-teams.js';

/** What came of one batch. */
export interface Sent {
  readonly count: number;
  readonly perSecond: number;
  readonly violations: number;
  readonly doubles: number;
  /** Messages that came before an earlier one of their thread. */
  readonly outOfOrder: number;
  /** Seconds from the moment at which everything was there to be sent. */
  readonly p95: number;
  readonly longest: number;
  readonly cpuMs: number;
  /** By how much who counts was late. */
  readonly lateMs: number;
}

const patienceMs = 15 * 60_000;

/** Puts a batch there, and waits until all of it has come. `lost`: so many that will not come. */
export async function sendAll(
  senders: readonly BenchChild[],
  teams: LimitedTeams,
  batch: Batch,
  lost = 0,
): Promise<Sent> {
  teams.forget();
  const cpu = await cpuOf(senders);
  await senders[0]!.ask('put', batch);
  const begun = performance.now();
  const wanted = batch.threads.length * batch.each - lost;
  while (new Set(teams.taken.map(({ thread, index }) => `${thread}-${index}`)).size < wanted) {
    if (performance.now() - begun > patienceMs)
      throw new Error(`${batch.name}: ${teams.taken.length} of ${wanted} came`);
    await pause(50);
  }
  await noneWaits(senders[0]!, batch.name);
  return found(teams, begun, ((await cpuOf(senders)) - cpu) / wanted);
}

/** What was taken is noted a moment later. */
async function noneWaits(sender: BenchChild, name: string): Promise<void> {
  while ((await sender.ask<number>('waiting', name)) > 0) await pause(50);
}

async function cpuOf(senders: readonly BenchChild[]): Promise<number> {
  const all = await Promise.all(senders.map((one) => one.ask<{ readonly cpuMs: number }>('usage')));
  return all.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

function found(teams: LimitedTeams, begun: number, cpuMs: number): Sent {
  const { taken } = teams;
  const [first, last] = [taken[0]!.at, taken.at(-1)!.at];
  const waits = taken.map(({ at }) => Math.max(0, at - begun) / 1000);
  return {
    count: taken.length,
    perSecond: ((taken.length - 1) / (last - first)) * 1000,
    violations: teams.violations(),
    doubles: taken.length - new Set(taken.map(({ thread, index }) => `${thread}-${index}`)).size,
    outOfOrder: outOfOrder(taken),
    p95: quantile(waits, 0.95),
    longest: Math.max(...waits),
    cpuMs,
    lateMs: teams.lateMs(),
  };
}

/** One that comes twice is no disorder: it is a double. */
function outOfOrder(taken: readonly Taken[]): number {
  const last = new Map<number, number>();
  let count = 0;
  for (const { thread, index } of taken) {
    const before = last.get(thread) ?? -1;
    if (index < before) count += 1;
    last.set(thread, Math.max(before, index));
  }
  return count;
}
