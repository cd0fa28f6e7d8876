import type { Transaction } from 'kysely';
import type { Context } from '../../contracts/context.js';
import type { EventBy } from '../../domain/case/aggregate.js';
import { clocksOf } from '../../domain/case/clocks.js';
import { caseEventSchemas, type CaseEvent } from '../../domain/case/events.js';
import { fold } from '../../domain/case/evolve.js';
import { messagesFor } from '../../domain/case/messages.js';
import { postKeysOf, postsOf } from '../../domain/case/posts.js';
import type { Referral } from '../../domain/case/referral.js';
import type { TrailId } from '../../domain/ids.js';
import { clocksOfInquiry } from '../../domain/inquiry/clocks.js';
import { inquiryEventSchemas, type InquiryEvent } from '../../domain/inquiry/events.js';
import { foldInquiry } from '../../domain/inquiry/evolve.js';
import type { Inquiry } from '../../domain/inquiry/inquiry.js';
import { messagesForInquiry } from '../../domain/inquiry/messages.js';
import { postKeysOfInquiry, postsOfInquiry } from '../../domain/inquiry/posts.js';
import { clocksOfRoundTable } from '../../domain/round-table/clocks.js';
import { roundTableEventSchemas, type RoundTableEvent } from '../../domain/round-table/events.js';
import { foldRoundTable } from '../../domain/round-table/evolve.js';
import { messagesForRoundTable } from '../../domain/round-table/messages.js';
import { postsOfRoundTable } from '../../domain/round-table/posts.js';
import type { RoundTable } from '../../domain/round-table/round-table.js';
import { clocksOfTrajectory } from '../../domain/trajectory/clocks.js';
import { trajectoryEventSchemas, type TrajectoryEvent } from '../../domain/trajectory/events.js';
import { foldTrajectory } from '../../domain/trajectory/evolve.js';
import { messagesForTrajectory } from '../../domain/trajectory/messages.js';
import { postKeysOfTrajectory, postsOfTrajectory } from '../../domain/trajectory/posts.js';
import type { Trajectory } from '../../domain/trajectory/trajectory.js';
import { referralRow } from '../storage/case/referral-row.js';
import { roundTableRow } from '../storage/case/round-tables.js';
import { trajectoryRow } from '../storage/case/trajectories.js';
import type { Schema } from '../storage/rows/schema.js';
import { storeNext } from '../storage/rows/store-version.js';
import type { EventKind } from '../storage/timeline.js';
import type { Derived } from './follows.js';

type Trx = Transaction<Schema>;

/** What every aggregate has: what is typed with it is sealed under the key of a trail. */
export interface AggregateState {
  readonly id: string;
  readonly trailId: TrailId;
}

/** What every event has. */
export interface AggregateEvent extends EventBy {
  readonly name: string;
  readonly data: unknown;
}

/** One kind of aggregate that lives by its events: how it is folded, stored and told, and what follows from it. */
export interface Kind<State extends AggregateState, Event extends AggregateEvent> extends EventKind {
  fold(before: State | null, events: readonly Event[], id?: State['id']): State;
  /** Stores the row; gives it with its new version. Throws a version conflict. */
  store(trx: Trx, before: State | null, after: State): Promise<State>;
  derived(context: Pick<Context, 'calendar' | 'settings'>): Derived<State, Event>;
}

export const caseKind: Kind<Referral, CaseEvent> = {
  subject: 'referral',
  schemas: caseEventSchemas,
  fold,
  store: (trx, before, after) => storeNext(trx, 'referral', before, after, referralRow),
  derived: ({ calendar, settings }) => ({
    clocksOf: (referral) => clocksOf(referral, calendar, settings),
    postsOf,
    postKeysOf,
    messagesFor,
    referralOf: ({ id }) => id,
  }),
};

export const roundTableKind: Kind<RoundTable, RoundTableEvent> = {
  subject: 'round-table',
  schemas: roundTableEventSchemas,
  fold: foldRoundTable,
  store: (trx, before, after) => storeNext(trx, 'roundTable', before, after, roundTableRow),
  derived: ({ calendar }) => ({
    clocksOf: (table) => clocksOfRoundTable(table, calendar),
    postsOf: postsOfRoundTable,
    postKeysOf: () => [],
    messagesFor: messagesForRoundTable,
    referralOf: ({ referralId }) => referralId,
  }),
};

export const trajectoryKind: Kind<Trajectory, TrajectoryEvent> = {
  subject: 'trajectory',
  schemas: trajectoryEventSchemas,
  fold: foldTrajectory,
  store: (trx, before, after) => storeNext(trx, 'trajectory', before, after, trajectoryRow),
  derived: ({ calendar }) => ({
    clocksOf: (trajectory) => clocksOfTrajectory(trajectory, calendar),
    postsOf: postsOfTrajectory,
    postKeysOf: postKeysOfTrajectory,
    messagesFor: messagesForTrajectory,
    referralOf: ({ referralId }) => referralId,
  }),
};

export const inquiryKind: Kind<Inquiry, InquiryEvent> = {
  subject: 'inquiry',
  schemas: inquiryEventSchemas,
  fold: foldInquiry,
  store: (trx, before, after) => storeNext(trx, 'inquiry', before, after, (inquiry) => inquiry),
  derived: ({ calendar, settings }) => ({
    clocksOf: (inquiry) => clocksOfInquiry(inquiry, calendar, settings),
    postsOf: postsOfInquiry,
    postKeysOf: postKeysOfInquiry,
    messagesFor: messagesForInquiry,
    referralOf: () => null,
  }),
};
