import type { NoMatchReason, WithdrawReason } from '../codes.js';
import type { PersonId } from '../ids.js';
import type { LocalDate } from '../local-date.js';

/** Every state a referral can be in, in the order of its life. */
export const referralStates = [
  'registered',
  'recalled',
  'held',
  'dispatched',
  'to-phone',
  'delivered',
  'contacted',
  'placed',
  'waitlist-proposed',
  'waitlisted',
  'place-free',
  'full',
  'no-match',
  'completed',
  'withdrawn',
] as const;
export type ReferralState = (typeof referralStates)[number];

/** Who was reminded last that the provider has not contacted the referrer yet (R9). */
export const reminderStages = ['provider', 'coordinator', 'desk'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** Everything that only some states know, with its type. Instants are Dates, days are `YYYY-MM-DD`. */
export interface StateValues {
  /** When it goes to the provider (R4). */
  readonly deliverAt: Date;
  /** When the provider received it: Teams took the post, or the desk noted its phone call. */
  readonly deliveredAt: Date;
  /** Until when the provider is expected to contact the referrer (R9). */
  readonly contactBy: Date;
  readonly reminded: ReminderStage;
  readonly remindedAt: Date;
  readonly contactedAt: Date;
  /** Who has the case on his or her name at the provider; not known when the desk noted the contact. */
  readonly contactedBy: PersonId;
  readonly answeredAt: Date;
  readonly answeredBy: PersonId;
  /** As the provider expects it. */
  readonly expectedStartOn: LocalDate;
  readonly noMatchReason: NoMatchReason;
  readonly withdrawReason: WithdrawReason;
  readonly closedAt: Date;
}
export type StateColumn = keyof StateValues;
export const stateColumns = [
  'deliverAt',
  'deliveredAt',
  'contactBy',
  'reminded',
  'remindedAt',
  'contactedAt',
  'contactedBy',
  'answeredAt',
  'answeredBy',
  'expectedStartOn',
  'noMatchReason',
  'withdrawReason',
  'closedAt',
] as const satisfies readonly StateColumn[];

const received = { deliveredAt: 'must', contactBy: 'must' } as const;
const contacted = { contactedAt: 'may', contactedBy: 'may' } as const;
/** What a provider may have had before it answered: full can be said before delivery, so nothing is certain. */
const before = { deliveredAt: 'may', contactBy: 'may', ...contacted } as const;
const answered = { answeredAt: 'must', answeredBy: 'must' } as const;
const perhapsAnswered = { answeredAt: 'may', answeredBy: 'may' } as const;

/**
 * What each state knows: `must` is always there, `may` can be there, everything else is null. The type of a referral, the
 * schema of its row and the checks in the database are all made from this one table.
 */
export const stateData = {
  registered: { deliverAt: 'must' },
  recalled: {},
  held: {},
  dispatched: {},
  'to-phone': {},
  delivered: { ...received, reminded: 'may', remindedAt: 'may' },
  contacted: { ...received, contactBy: 'may', ...perhapsAnswered, contactedAt: 'must', contactedBy: 'may' },
  placed: { ...before, ...answered, expectedStartOn: 'may' },
  'waitlist-proposed': { ...before, ...perhapsAnswered, expectedStartOn: 'may' },
  waitlisted: { ...before, ...perhapsAnswered, expectedStartOn: 'may' },
  'place-free': { ...before, ...answered, expectedStartOn: 'may' },
  full: { ...before, ...perhapsAnswered, expectedStartOn: 'may' },
  'no-match': { ...before, ...answered, noMatchReason: 'must', closedAt: 'must' },
  /** Its trajectory has ended (R13, R15): the place is free again. */
  completed: { ...before, ...answered, expectedStartOn: 'may', closedAt: 'must' },
  withdrawn: {
    ...before,
    ...perhapsAnswered,
    expectedStartOn: 'may',
    noMatchReason: 'may',
    withdrawReason: 'must',
    closedAt: 'must',
  },
} as const satisfies Readonly<Record<ReferralState, Partial<Readonly<Record<StateColumn, 'must' | 'may'>>>>>;

type Presence<S extends ReferralState, C extends StateColumn> =
  (typeof stateData)[S] extends Readonly<Record<C, infer P>> ? P : 'no';

type ValueIn<S extends ReferralState, C extends StateColumn> =
  Presence<S, C> extends 'must' ? StateValues[C] : Presence<S, C> extends 'may' ? StateValues[C] | null : null;

/** A state with exactly what it knows. */
export type InState<S extends ReferralState> = S extends ReferralState
  ? { readonly state: S } & { readonly [C in StateColumn]: ValueIn<S, C> }
  : never;
export type AnyState = InState<ReferralState>;

/** Whether a state knows this: always, perhaps, or never. */
export const presenceOf = (state: ReferralState, column: StateColumn): 'must' | 'may' | 'no' =>
  (stateData[state] as Partial<Record<StateColumn, 'must' | 'may'>>)[column] ?? 'no';

/** States in which something is still to happen; all but those in which it is over. */
export const isOpen = (state: ReferralState): boolean => state !== 'withdrawn' && state !== 'completed';
export const openStates: readonly ReferralState[] = referralStates.filter(isOpen);

/** States that count as a live referral of a pupil for the duplicate check at intake. */
export const isLive = (state: ReferralState): boolean => isOpen(state) && state !== 'no-match';
export const liveStates: readonly ReferralState[] = referralStates.filter(isLive);

/** States in which a referral keeps its place on the waiting list (R11). */
export const waitingStates = ['waitlisted', 'place-free'] as const satisfies readonly ReferralState[];
export const isWaiting = (state: ReferralState): boolean => (waitingStates as readonly ReferralState[]).includes(state);

/** States of a referral that left for the provider and has not been received yet. */
export const underwayStates = ['dispatched', 'to-phone'] as const satisfies readonly ReferralState[];
export const isUnderway = (state: ReferralState): boolean =>
  (underwayStates as readonly ReferralState[]).includes(state);
