import type { Transaction } from 'kysely';
import type { Context } from '../../contracts/context.js';
import type { Change } from '../../domain/case/aggregate.js';
import type { ReferralId } from '../../domain/ids.js';
import type { Schema } from '../storage/rows/schema.js';
import type { Sealer } from '../storage/keys/seal.js';
import { eventRow } from '../storage/timeline.js';

import { trailKeyOf } from '../storage/keys/trail-keys.js';
import { followsFrom, join, type Follows } from './follows.js';
import type { AggregateEvent, AggregateState, Kind } from './kinds.js';

type Trx = Transaction<Schema>;
type EventRow = Awaited<ReturnType<typeof eventRow>>;

/** An aggregate to which something happened: what it was, what it is, and by which events. */
export interface Done<State, Event> {
  readonly before: State | null;
  readonly after: State;
  readonly events: readonly Event[];
}

/** What was done to aggregates of one kind: what the timeline is to hold of it, what follows, and whose cards show it. */
export interface Applied {
  readonly rows: readonly EventRow[];
  readonly follows: Follows;
  readonly referrals: readonly ReferralId[];
}

/** Stores what happened to aggregates of one kind. Throws a version conflict when somebody was first. */
export async function storeChanges<State extends AggregateState, Event extends AggregateEvent>(
  trx: Trx,
  kind: Kind<State, Event>,
  changes: readonly Change<State, Event>[],
): Promise<Done<State, Event>[]> {
  const done: Done<State, Event>[] = [];
  for (const { id, before, events } of changes)
    if (events.length > 0)
      done.push({ before, events, after: await kind.store(trx, before, kind.fold(before, events, id)) });
  return done;
}

/** What the timeline is to hold of what was done, and everything that follows from it: nobody lists it. */
export async function tellOf<State extends AggregateState, Event extends AggregateEvent>(
  trx: Trx,
  sealer: Sealer,
  kind: Kind<State, Event>,
  done: readonly Done<State, Event>[],
  context: Pick<Context, 'calendar' | 'settings'>,
): Promise<Applied> {
  const rows: EventRow[] = [];
  for (const { after, events } of done)
    for (const event of events) {
      const { sealed } = event;
      rows.push(
        await eventRow(kind, after.id, event, async (row) =>
          sealed === undefined ? null : sealer.seal(await trailKeyOf(trx, after.trailId), row, sealed),
        ),
      );
    }
  const derived = kind.derived(context);
  return {
    rows,
    follows: join(done.map(({ events, before, after }) => followsFrom(derived, events, before, after))),
    referrals: done.map(({ after }) => derived.referralOf(after)).filter((one) => one !== null),
  };
}
