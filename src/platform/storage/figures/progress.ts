import { sql, type Kysely, type Transaction } from 'kysely';
import { countingVersion } from '../../../domain/figures/counting/index.js';
import type { FigureProgressRow } from '../rows/figure-rows.js';
import type { Schema } from '../rows/schema.js';

export type Db = Kysely<Schema> | Transaction<Schema>;
export type Progress = Omit<FigureProgressRow, 'one'>;

const nothing: Progress = { version: 0, upto: 0, safe: 0, seen: null, seenBefore: null, seenAt: null, turn: 0 };

/** What was counted by other definitions counts from its beginning again. */
const byPresent = (row: Progress): Progress => (row.version === countingVersion ? row : { ...row, upto: 0 });

/** How far the timeline was counted by the present definitions. */
export const progressOf = async (db: Db): Promise<Progress> =>
  byPresent((await db.selectFrom('figureProgress').selectAll().executeTakeFirst()) ?? nothing);

/** Takes the counting for this transaction; null: another process is at it, or a newer program has counted. */
export async function takeProgress(trx: Transaction<Schema>): Promise<Progress | null> {
  await trx
    .insertInto('figureProgress')
    .values(nothing)
    .onConflict((oc) => oc.doNothing())
    .execute();
  const row = await trx.selectFrom('figureProgress').selectAll().forUpdate().skipLocked().executeTakeFirst();
  return row === undefined || row.version > countingVersion ? null : byPresent(row);
}

/** The end of the timeline now, and which transactions can still bring something before it. */
interface End {
  readonly last: number;
  /** The oldest transaction under way, and the first that has not begun. */
  readonly oldest: number;
  readonly next: number;
  readonly at: Date;
}

async function endOf(db: Db): Promise<End> {
  const { rows } = await sql<End>`select coalesce((select max(seq) from timeline), 0)::bigint as last,
    pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest,
    pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next, clock_timestamp() as at`.execute(db);
  const [end] = rows;
  if (end === undefined) throw new Error('the timeline has an end');
  return end;
}

/**
 * Up to where nothing can come into the timeline any more. Numbers are given before their transaction ends, so a lower one may appear after
 * a higher one: the end that was seen is sure once everything that was under way then has ended. With one process alone it is at once.
 * `momentMs`: a number is taken a moment before its transaction shows as under way; so long nobody takes.
 */
export async function safeEnd(db: Db, progress: Progress, isAlone: boolean, momentMs: number): Promise<Progress> {
  const { last, oldest, next, at } = await endOf(db);
  if (isAlone) return { ...progress, safe: last };
  const { seen, seenBefore, seenAt } = progress;
  const isSure = (before: number, when: Date): boolean => oldest >= before && at.getTime() - when.getTime() >= momentMs;
  if (seen === null || seenBefore === null || seenAt === null)
    return { ...progress, seen: last, seenBefore: next, seenAt: at };
  if (!isSure(seenBefore, seenAt)) return progress;
  return { ...progress, safe: Math.max(progress.safe, seen), seen: last, seenBefore: next, seenAt: at };
}

/** Notes how far it came. */
export const storeProgress = async (trx: Transaction<Schema>, progress: Progress): Promise<void> =>
  void (await trx
    .updateTable('figureProgress')
    .set({ ...progress, version: countingVersion, turn: sql<number>`turn + 1` })
    .execute());
