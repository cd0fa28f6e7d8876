import type { LocalDate } from '../local-date.js';
import type { Handover, TrajectoryOutcome } from '../codes.js';

/** Every state of a trajectory, in the order of its life. */
export const trajectoryStates = ['awaited', 'started', 'paused', 'closed', 'dropped'] as const;
export type TrajectoryState = (typeof trajectoryStates)[number];

/** Everything that only some states know, with its type. */
interface StateValues {
  /** Until when the provider says that it started, looks at it again, or goes on. */
  readonly nextBy: Date;
  readonly startedOn: LocalDate;
  /** When that was said. */
  readonly startedAt: Date;
  readonly closedOn: LocalDate;
  readonly outcome: TrajectoryOutcome;
  readonly handover: Handover;
}
export type TrajectoryColumn = keyof StateValues;
export const trajectoryColumns = [
  'nextBy',
  'startedOn',
  'startedAt',
  'closedOn',
  'outcome',
  'handover',
] as const satisfies readonly TrajectoryColumn[];

const begun = { startedOn: 'must', startedAt: 'must' } as const;

/**
 * What each state knows: `must` is always there, `may` can be there, everything else is null. The type, the schema of the
 * row and the checks in the database are made from this one table.
 */
const stateData = {
  awaited: { nextBy: 'must' },
  started: { nextBy: 'must', ...begun },
  paused: { nextBy: 'must', ...begun },
  closed: { ...begun, closedOn: 'must', outcome: 'must', handover: 'may' },
  dropped: { startedOn: 'may', startedAt: 'may' },
} as const satisfies Readonly<Record<TrajectoryState, Partial<Readonly<Record<TrajectoryColumn, 'must' | 'may'>>>>>;

type Presence<S extends TrajectoryState, C extends TrajectoryColumn> =
  (typeof stateData)[S] extends Readonly<Record<C, infer P>> ? P : 'no';
type ValueIn<S extends TrajectoryState, C extends TrajectoryColumn> =
  Presence<S, C> extends 'must' ? StateValues[C] : Presence<S, C> extends 'may' ? StateValues[C] | null : null;

/** A state with exactly what it knows. */
export type InTrajectoryState<S extends TrajectoryState> = S extends TrajectoryState
  ? { readonly state: S } & { readonly [C in TrajectoryColumn]: ValueIn<S, C> }
  : never;
export type AnyTrajectoryState = InTrajectoryState<TrajectoryState>;

/** Whether a state knows this: always, perhaps, or never. */
export const trajectoryPresence = (state: TrajectoryState, column: TrajectoryColumn): 'must' | 'may' | 'no' =>
  (stateData[state] as Partial<Record<TrajectoryColumn, 'must' | 'may'>>)[column] ?? 'no';

/** States in which something is still to happen: the provider owes a next step, by a day. */
export const liveTrajectoryStates = ['awaited', 'started', 'paused'] as const satisfies readonly TrajectoryState[];
export const isLiveTrajectory = ({ state }: { readonly state: TrajectoryState }): boolean =>
  liveTrajectoryStates.some((one) => one === state);
