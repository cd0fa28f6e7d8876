import { expect } from '@jest/globals';
import type { Kysely, Transaction } from 'kysely';
import type { Figures } from '../../src/domain/figures/index.js';
import { changedTrails } from '../../src/platform/storage/figures/changed-trails.js';
import { countTrails } from '../../src/platform/storage/figures/count-trails.js';
import { desksDays } from '../../src/platform/storage/figures/days.js';
import { storeProgress, takeProgress } from '../../src/platform/storage/figures/progress.js';
import { readFigures } from '../../src/platform/storage/figures/read-figures.js';
import type { Schema } from '../../src/platform/storage/rows/schema.js';
import { fullCount } from './full-count/index.js';

interface Span {
  readonly from: Date;
  readonly until: Date;
}

const undone = Symbol('taken back');

/** Tries something in a transaction that is taken back. */
async function tried(kysely: Kysely<Schema>, work: (trx: Transaction<Schema>) => Promise<void>): Promise<void> {
  const rollBack = async (trx: Transaction<Schema>): Promise<void> => {
    await work(trx);
    throw undone;
  };
  await kysely
    .transaction()
    .execute(rollBack)
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
}

/** The end of every timeline. */
const end = 1_000_000_000;

/**
 * Gives the figures of a period, and holds that they are the same when the whole history is walked through, and when everything stands counted
 * per day instead of being counted now.
 */
export async function figuresAgree(kysely: Kysely<Schema>, span: Span, now: Date): Promise<Figures> {
  const figures = await readFigures(kysely, now).figures(span);
  expect(figures).toEqual(await fullCount(kysely, span, now));
  await tried(kysely, async (trx) => {
    const { trails } = await changedTrails(trx, { after: 0, to: null, most: end });
    await countTrails(trx, trails, new Map(), { upto: end, days: desksDays(), now });
    const progress = await takeProgress(trx);
    if (progress === null) throw new Error('nobody else counts');
    await storeProgress(trx, { ...progress, upto: end });
    expect(await readFigures(trx, now).figures(span)).toEqual(figures);
  });
  return figures;
}
