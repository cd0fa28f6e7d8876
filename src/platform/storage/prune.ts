import { sql, type RawBuilder } from 'kysely';
import { termNames, type TermName, type Terms } from '../../domain/terms.js';
import { clearErased } from './clear-erased.js';
import { emptyDrafts } from './keys/draft-keys.js';
import type { Database } from './connection.js';

/** What is erased here; what a trail holds is erased as a whole, by the job `forget-trails`. */
type PrunedName = Exclude<TermName, 'trails'>;
/** Row by row; what stays of an erased trail goes at once. */
type RowByRow = Exclude<PrunedName, 'erased' | 'drafts'>;
const rowByRow = termNames.filter(
  (name): name is RowByRow => name !== 'trails' && name !== 'erased' && name !== 'drafts',
);

/** Rows of which the term has passed, at most so many, oldest first. */
type Erase = (before: Date, most: number) => RawBuilder<unknown>;

const sentMessages =
  (which: (before: Date) => RawBuilder<unknown>): Erase =>
  (before, most) => sql`delete from message where id in (
    select m.id from message m where m.state = 'sent' and m.sent_at < ${before} and ${which(before)} order by m.sent_at limit ${most})`;

/** A referral that still runs keeps its replies: something may be taken back, or hang under them. */
const isOver = sql`not exists (
  select 1 from referral r where r.id = m.referral_id and r.state not in ('withdrawn', 'completed') and not r.referred_on)`;

/**
 * A reminder that became its answer, or the card of a round table: it shows the present state as long as its referral may be
 * reopened.
 */
const isAnsweredReply = (before: Date) => sql`m.living and m.under_key is not null and exists (
  select 1 from referral r where r.id = m.referral_id and r.closed_at < ${before}
    and (r.state in ('withdrawn', 'completed') or r.referred_on))`;

const erase: Readonly<Record<RowByRow, readonly Erase[]>> = {
  heard: [
    (before, most) => sql`delete from processed_activity where activity_id in (
    select activity_id from processed_activity where at < ${before} order by at limit ${most})`,
  ],
  said: [sentMessages(() => sql`m.key like 'said:%'`)],
  replies: [sentMessages(() => sql`not m.living and ${isOver}`), sentMessages(isAnsweredReply)],
  audit: [
    (before, most) => sql`delete from audit where id in (
    select id from audit where at < ${before} order by at limit ${most})`,
  ],
};

/** Until the other side has a referral, changing it opens its intake again. */
const isSecondCopy = (
  before: Date,
) => sql<boolean>`x.state = 'sent' and x.sealed is not null and x.updated_at < ${before}
  and exists (select from referral r where r.id = x.referral_id
    and r.state not in ('recalled', 'registered', 'held', 'dispatched', 'to-phone'))`;

/** So many rows at once: on the embedded engine presses wait for it. */
const atOnce = ({ exclusive }: Pick<Database, 'exclusive'>): number => (exclusive ? 200 : 2000);
const dayMs = 86_400_000;

export interface Pruning {
  readonly now: Date;
  readonly terms: Terms;
  /** Before each slice: a press goes first. */
  turn?(): Promise<void>;
}

/**
 * Erases everything of which the term has passed, slice by slice. Gives how many rows of each kind. Several processes may do it at once;
 * stopped half way, the next night goes on.
 */
export async function prune(
  database: Pick<Database, 'kysely' | 'exclusive'>,
  { now, terms, turn }: Pruning,
): Promise<Record<PrunedName, number>> {
  const most = atOnce(database);
  const erased: Partial<Record<PrunedName, number>> = {};
  const endOf = (name: PrunedName): Date => new Date(now.getTime() - terms[name] * dayMs);
  for (const name of rowByRow) {
    const before = endOf(name);
    for (const slice of erase[name])
      for (let last = most; last === most;) {
        await turn?.();
        const { numAffectedRows = 0n } = await slice(before, most).execute(database.kysely);
        last = Number(numAffectedRows);
        erased[name] = (erased[name] ?? 0) + last;
      }
  }
  erased.drafts = 0;
  for (let last = most; last === most;) {
    await turn?.();
    last = await database.kysely
      .transaction()
      .execute((trx) => emptyDrafts(trx, isSecondCopy(endOf('drafts')), { at: now, most }));
    erased.drafts += last;
  }
  erased.erased = await clearErased(database, { before: endOf('erased'), now, ...(turn && { turn }) });
  return erased as Record<PrunedName, number>;
}
