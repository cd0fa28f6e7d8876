import type { Transaction } from 'kysely';
import type { Context } from '../../contracts/context.js';
import type { ReferralId } from '../../domain/ids.js';
import { clocksOfRoundTable } from '../../domain/round-table/clocks.js';
import { foldRoundTable } from '../../domain/round-table/evolve.js';
import { messagesForRoundTable } from '../../domain/round-table/messages.js';
import type { RoundTableChange } from '../../domain/round-table/placing.js';
import { postsOfRoundTable } from '../../domain/round-table/posts.js';
import type { RoundTable } from '../../domain/round-table/round-table.js';
import { saveRoundTable } from '../storage/case/round-tables.js';
import type { Schema } from '../storage/rows/schema.js';
import { roundTableEventRow } from '../storage/timeline.js';
import { followsFrom, join, type Follows } from './follows.js';

type EventRow = ReturnType<typeof roundTableEventRow>;

/** Stores what happened to round tables; gives what the timeline is to hold of it, what follows, and whose cards show it. */
export async function applyRoundTables(
  trx: Transaction<Schema>,
  changes: readonly RoundTableChange[],
  context: Pick<Context, 'calendar'>,
): Promise<{
  readonly rows: readonly EventRow[];
  readonly follows: Follows;
  readonly referrals: readonly ReferralId[];
}> {
  const rows: EventRow[] = [];
  const follows: Follows[] = [];
  const referrals: ReferralId[] = [];
  for (const { id, before, events } of changes.filter((change) => change.events.length > 0)) {
    const after = await saveRoundTable(trx, before, foldRoundTable(before, events, id));
    rows.push(...events.map((event) => roundTableEventRow(id, event)));
    follows.push(roundTableEffects(events, before, after, context));
    referrals.push(after.referralId);
  }
  return { rows, follows: join(follows), referrals };
}

/** Everything that follows from the events of one round table; the cards of its referral are brought up to date by their id. Pure. */
export const roundTableEffects = (
  events: RoundTableChange['events'],
  before: RoundTable | null,
  after: RoundTable,
  { calendar }: Pick<Context, 'calendar'>,
): Follows =>
  followsFrom(
    {
      clocksOf: (table) => clocksOfRoundTable(table, calendar),
      postsOf: postsOfRoundTable,
      postKeysOf: () => [],
      messagesFor: messagesForRoundTable,
      referralOf: ({ referralId }) => referralId,
    },
    events,
    before,
    after,
  );
