import { belongingOf, belongingOfTrajectory } from './belonging.js';
import { standingOf } from './standing.js';
import type { Belonging, Codes, Contribution, TallyName } from './tally.js';
import type { CountedReferral, CountedTrajectory, Days, Told } from './trail.js';

/** In which of the states of a level something is from a moment on; null: in none. */
type Turn = readonly [Told, Codes | null];

/** A level that goes up and down: one more on the day that something comes into a state, one less on the day that it leaves it. */
function levels(tally: TallyName, turns: readonly Turn[], of: Belonging, { dayOf }: Days): Contribution[] {
  const found: Contribution[] = [];
  let present: Codes | null = null;
  for (const [{ at }, next] of turns) {
    const change = (codes: Codes, count: number): void =>
      void found.push({ tally, codes, of, day: dayOf(at), until: null, value: 0, count });
    if (present !== null) change(present, -1);
    if (next !== null) change(next, 1);
    present = next;
  }
  return found;
}

const comesOn: ReadonlySet<string> = new Set(['waitlisted', 'kept', 'returned-to-list']);
const goesOff: ReadonlySet<string> = new Set(['place-confirmed', 'withdrawn']);

/**
 * `waiting`: referrals that stand on a waiting list (R11): put on it by the provider, kept on it by the CLB or put back on it,
 * and since then no place confirmed and not withdrawn. A place that came free and is not confirmed yet keeps its place on the list.
 */
export const ofWaiting = (referral: CountedReferral, days: Days): Contribution[] =>
  levels(
    'waiting',
    standingOf(referral).flatMap((one): Turn[] => {
      if (comesOn.has(one.name)) return [[one, {}]];
      return goesOff.has(one.name) ? [[one, null]] : [];
    }),
    belongingOf(referral),
    days,
  );

const runs: Readonly<Record<string, Codes | null>> = {
  started: { state: 'started' },
  resumed: { state: 'started' },
  reopened: { state: 'started' },
  paused: { state: 'paused' },
  awaited: null,
  'start-taken-back': null,
  closed: null,
  dropped: null,
};

/** `running`: trajectories that run or pause. */
export const ofRunning = (trajectory: CountedTrajectory, days: Days): Contribution[] =>
  levels(
    'running',
    trajectory.told.flatMap((one): Turn[] => {
      const turn = runs[one.name];
      return turn === undefined ? [] : [[one, turn]];
    }),
    belongingOfTrajectory(trajectory),
    days,
  );
