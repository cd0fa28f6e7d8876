import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { TrailId } from '../../domain/ids.js';
import type { Database } from './connection.js';
import { countTrails } from './figures/count-trails.js';
import { desksDays } from './figures/days.js';
import { storeProgress, takeProgress } from './figures/progress.js';
import { trailParts } from './keys/trail-parts.js';
import type { Schema } from './rows/schema.js';

type Trx = Transaction<Schema>;

/** The messages that show a case of trail `t`. */
const messagesOf = (trail: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`from message x where x.referral_id in (select id from referral where trail_id = ${trail})`;

/** Its key is overwritten, nothing of it runs, and each of its posts says that it was erased. */
const isReady = sql`e.destroyed_at is not null
  and not exists (select ${messagesOf(sql.ref('e.trail_id'))} and (x.state = 'due' or x.wanted_revision <> x.sent_revision and x.state = 'sent'))
  and ${sql.join(
    trailParts.flatMap(({ table, of, runs }) =>
      runs === null
        ? []
        : [sql`not exists (select from ${sql.table(table)} x where ${of(sql.ref('e.trail_id'))} and ${runs(null)})`],
    ),
    sql` and `,
  )}`;

/** So many are looked for in one statement. */
const atOnce = 200;

interface Clearing {
  /** Erased before then. */
  readonly before: Date;
  readonly now: Date;
  /** Before each trail: a press goes first. */
  turn?(): Promise<void>;
}

/**
 * Takes away the rows of trails that were erased before then: numbers, codes, dates and who did what. What they add to the figures is counted
 * first and stays, under nobody's id. Gives of how many. One of which a post is not sent yet, or that time may still count otherwise, waits for
 * another night.
 */
export async function clearErased(
  { kysely }: Pick<Database, 'kysely'>,
  { before, now, turn }: Clearing,
): Promise<number> {
  let cleared = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<{ trailId: TrailId }>`select e.trail_id as "trailId" from erasure e
      where e.cleared_at is null and e.at < ${before} and e.trail_id > ${after} and ${isReady}
      order by e.trail_id limit ${atOnce}`.execute(kysely);
    for (const { trailId } of rows) {
      await turn?.();
      if (await kysely.transaction().execute((trx) => clearTrail(trx, trailId, now))) cleared += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) return cleared;
    after = last.trailId;
  }
}

/** False: its counts are not final, or another process counts just now. */
async function clearTrail(trx: Trx, trailId: TrailId, now: Date): Promise<boolean> {
  const known = await trx.selectFrom('trail').select('id').where('id', '=', trailId).forUpdate().executeTakeFirst();
  if (known !== undefined) {
    if (!(await countFinally(trx, trailId, now))) return false;
    await deleteRows(trx, trailId);
  }
  await trx.updateTable('erasure').set({ clearedAt: now }).where('trailId', '=', trailId).execute();
  return true;
}

/** Counts what the trail adds, for the last time. */
async function countFinally(trx: Trx, trailId: TrailId, now: Date): Promise<boolean> {
  const progress = await takeProgress(trx);
  if (progress === null) return false;
  const days = desksDays();
  await countTrails(trx, [trailId], new Map(), { upto: progress.safe, days, now });
  await storeProgress(trx, progress);
  const counted = await trx
    .selectFrom('figureTrail')
    .select('againAt')
    .where('trailId', '=', trailId)
    .executeTakeFirst();
  return counted?.againAt == null;
}

/** First what is known by something else of the trail, last the trail itself. */
async function deleteRows(trx: Trx, trailId: TrailId): Promise<void> {
  const trail = sql`${trailId}::uuid`;
  await sql`delete ${messagesOf(trail)}`.execute(trx);
  for (const { table, of } of trailParts)
    if (table !== 'trail') await sql`delete from ${sql.table(table)} x where ${of(trail)}`.execute(trx);
  await trx.deleteFrom('trail').where('id', '=', trailId).execute();
}
