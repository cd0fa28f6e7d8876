import { folding } from '../case/aggregate.js';
import type { TrajectoryEvent } from './events.js';
import { evolvePresence, isAboutPresence, type PresenceEvent } from './evolve-presence.js';
import { evolveStill, isAboutStill, type StillEvent } from './evolve-still.js';
import { notAskedYet } from './still-at-school.js';
import { dropUnreleased, evolveSchool, isAboutSchool, type SchoolEvent } from './evolve-school.js';
import { trajectoryColumns, trajectoryPresence, type TrajectoryState } from './states.js';
import type { Trajectory } from './trajectory.js';

/** Into a state: what it knows goes along, the rest is forgotten; nobody was reminded in it yet. */
function enter(
  before: Trajectory,
  event: TrajectoryEvent,
  state: TrajectoryState,
  known: Partial<Record<(typeof trajectoryColumns)[number], unknown>> = {},
): Trajectory {
  const all = { ...before, ...known };
  const columns = trajectoryColumns.map((column) => [
    column,
    trajectoryPresence(state, column) === 'no' ? null : (all[column] ?? null),
  ]);
  return { ...before, ...Object.fromEntries(columns), state, since: event.at, nudges: 0 } as Trajectory;
}

/** The next trajectory after something happened. Pure. */
export function evolveTrajectory(before: Trajectory | null, event: TrajectoryEvent, id?: Trajectory['id']): Trajectory {
  if (event.name === 'awaited') {
    const own = before?.id ?? id;
    if (own === undefined) throw new Error('a trajectory that is awaited has an id');
    const { facts, nextBy } = event.data;
    const nothing = { startedOn: null, startedAt: null, closedOn: null, outcome: null, handover: null };
    const counted = {
      weeks: [],
      halfDays: 0,
      absences: [],
      absentRow: 0,
      absencesHandledOn: null,
      schoolPlan: null,
      still: notAskedYet,
      schoolMessages: [],
    };
    const kept = { id: own, wantedAt: event.at, since: event.at, nudges: 0, version: 0, ...counted };
    return { ...facts, ...kept, ...nothing, state: 'awaited', nextBy };
  }
  if (before === null) throw new Error(`no trajectory was awaited before ${event.name}`);
  if (isAboutStill(event)) return evolveStill(before, event);
  if (isAboutSchool(event)) return evolveSchool(before, event);
  return isAboutPresence(event) ? evolvePresence(before, event) : evolveExisting(before, event);
}

function evolveExisting(
  before: Trajectory,
  event: Exclude<TrajectoryEvent, { name: 'awaited' } | PresenceEvent | SchoolEvent | StillEvent>,
): Trajectory {
  switch (event.name) {
    case 'postponed':
    case 'start-taken-back':
      return enter(before, event, 'awaited', event.data);
    case 'started':
      return enter(before, event, 'started', {
        startedOn: event.data.on,
        startedAt: event.at,
        nextBy: event.data.nextBy,
      });
    case 'looked':
      return { ...before, ...event.data, nudges: 0 } as Trajectory;
    case 'resumed':
      return enter(before, event, 'started', event.data);
    case 'reopened':
      return { ...enter(before, event, 'started', event.data), still: notAskedYet };
    case 'paused':
      return enter(before, event, 'paused', event.data);
    case 'closed': {
      const { on, outcome, handover } = event.data;
      return enter(before, event, 'closed', { closedOn: on, outcome, handover });
    }
    case 'dropped':
      return {
        ...enter(before, event, 'dropped'),
        schoolMessages: dropUnreleased(before.schoolMessages, event.at),
      };
    case 'followed-up':
      return { ...before, nudges: before.nudges + 1 };
  }
}

/** The trajectory after several events, oldest first. */
export const foldTrajectory = folding(evolveTrajectory);
