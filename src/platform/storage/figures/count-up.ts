import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Schema } from '../rows/schema.js';
import { changedTrails, trailsDue } from './changed-trails.js';
import { countTrails } from './count-trails.js';
import { desksDays, type Days } from './days.js';
import type { LineNumbers } from './line-numbers.js';
import { safeEnd, storeProgress, takeProgress } from './progress.js';

/** The database in which figures are counted; `exclusive`: no other process writes in it. */
interface Database {
  readonly kysely: Kysely<Schema>;
  readonly exclusive: boolean;
  unhurried<T>(work: (kysely: Kysely<Schema>) => Promise<T>): Promise<T>;
}

/** How far the counting is. */
export interface CountedSoFar {
  readonly upto: number;
  readonly of: number;
  /** Trails that were counted. */
  readonly trails: number;
}

export interface Counting {
  readonly now: Date;
  /** How long nobody takes between getting a number of the timeline and showing as under way. */
  readonly momentMs?: number;
  /** After so long it stops, and goes on the next time; without it, when all is counted. */
  readonly longestMs?: number;
  /** Before each slice: a press goes first. */
  turn?(): Promise<void>;
  onProgress?(soFar: CountedSoFar): void;
}

/** A slice takes about so long: on the embedded engine presses wait for it. */
const sliceMs = ({ exclusive }: Database): number => (exclusive ? 60 : 400);
const fewest = 50;
const most = 20_000;
const aMomentMs = 2000;

/** More next time when it went fast, fewer when it went slow. */
const nextSize = (size: number, quick: number): number =>
  Math.max(fewest, Math.min(most, Math.round(size * Math.max(0.5, Math.min(2, quick)))));

/**
 * Counts what has happened since the figures were counted last, slice by slice, each in a transaction of its own. One process at a
 * time: another leaves it to that one. Gives how many trails were counted. Stopped half way, it goes on where it was.
 */
export async function countUp(database: Database, counting: Counting): Promise<number> {
  const { momentMs = aMomentMs, longestMs = Infinity, turn, onProgress } = counting;
  const started = performance.now();
  await lookAtEnd(database, momentMs);
  const means = { ...counting, momentMs, days: desksDays(), known: new Map() as LineNumbers };
  let trails = 0;
  for (let size = fewest; ;) {
    await turn?.();
    const begun = performance.now();
    const slice = await countSlice(database, size, means);
    if (slice === null) return trails;
    trails += slice.trails;
    onProgress?.({ upto: slice.upto, of: slice.safe, trails });
    if (slice.isLast || performance.now() - started > longestMs) return trails;
    size = nextSize(size, sliceMs(database) / Math.max(1, performance.now() - begun));
  }
}

/** Where other processes write too, the end of the timeline is only sure after a moment. */
async function lookAtEnd(database: Database, momentMs: number): Promise<void> {
  if (database.exclusive) return;
  await database.kysely.transaction().execute(async (trx) => {
    const taken = await takeProgress(trx);
    if (taken !== null) await storeProgress(trx, await safeEnd(trx, taken, false, momentMs));
  });
  await setTimeout(momentMs);
}

interface Slice {
  readonly upto: number;
  readonly safe: number;
  readonly trails: number;
  readonly isLast: boolean;
}

interface Means {
  readonly now: Date;
  readonly momentMs: number;
  readonly days: Days;
  readonly known: LineNumbers;
}

async function countSlice(
  { kysely, exclusive }: Database,
  size: number,
  { now, momentMs, days, known }: Means,
): Promise<Slice | null> {
  const done = await kysely.transaction().execute(async (trx) => {
    const taken = await takeProgress(trx);
    if (taken === null) return null;
    const progress = await safeEnd(trx, taken, exclusive, momentMs);
    const { upto: after, safe } = progress;
    const { trails, last, isFull } = await changedTrails(trx, { after, to: safe, most: size });
    const due = isFull ? [] : await trailsDue(trx, now, size);
    const all = [...new Set([...trails, ...due])];
    const numbers = await countTrails(trx, all, known, { upto: safe, days, now });
    const upto = isFull ? (last ?? after) : Math.max(after, safe);
    await storeProgress(trx, { ...progress, upto });
    const isLast = !isFull && due.length < size;
    return { numbers, upto, safe, trails: all.length, isLast };
  });
  if (done === null) return null;
  for (const [key, number] of done.numbers) known.set(key, number);
  return done;
}

/** Has everything counted anew at the next counting; what was added stays until its trail is counted again. */
export const countAnew = (database: Pick<Database, 'unhurried'>): Promise<void> =>
  database.unhurried(async (kysely) => {
    await kysely.updateTable('figureTrail').set({ version: 0 }).execute();
    await kysely.updateTable('figureProgress').set({ upto: 0 }).execute();
  });
