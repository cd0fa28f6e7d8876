import type { Side } from '../../src/domain/case/referral.js';
import { defaultSettings } from '../../src/domain/settings.js';
import { decideTrajectory, isTrajectoryDenied, type TrajectoryCommand } from '../../src/domain/trajectory/decide.js';
import { trajectoryEvent as event, type TrajectoryEvent } from '../../src/domain/trajectory/events.js';
import { foldTrajectory } from '../../src/domain/trajectory/evolve.js';
import { trajectoriesFor } from '../../src/domain/trajectory/placing.js';
import { trajectoryActs, trajectoryPolicy } from '../../src/domain/trajectory/policy.js';
import { trajectoryStates, type TrajectoryState } from '../../src/domain/trajectory/states.js';
import type { Trajectory } from '../../src/domain/trajectory/trajectory.js';
import { calendar, ids, referralIn, registeredAt } from '../../tests/support/case.js';
import { policyLines, waysOf } from './aggregate-ways.js';
import { arrows, tableRows, type Way } from './ways.js';

const id = ids.referral as string as Trajectory['id'];
const today = calendar.dayOf(registeredAt);
const by = { at: registeredAt, side: 'clock' as const, personId: null, organisationId: null };
const started = event('started', { on: today, nextBy: registeredAt }, by);

/** What happened to a trajectory that stands so. */
const before: Readonly<Record<TrajectoryState, readonly TrajectoryEvent[]>> = {
  awaited: [],
  started: [started],
  paused: [started, event('paused', { nextBy: registeredAt }, by)],
  closed: [started, event('closed', { on: today, outcome: 'back-soon', handover: null }, by)],
  dropped: [event('dropped', {}, by)],
};

const commands: readonly TrajectoryCommand[] = [
  { act: 'start', on: today },
  { act: 'postpone' },
  { act: 'take-back-start' },
  { act: 'look' },
  { act: 'pause', until: today },
  { act: 'resume' },
  { act: 'close', on: today, outcome: 'back-soon', handover: null },
  { act: 'reopen' },
  { act: 'drop' },
];

const inState = (state: TrajectoryState): Trajectory => {
  const [first] = trajectoriesFor(referralIn('placed'), [], { now: registeredAt, calendar, newId: () => id });
  return foldTrajectory(null, [...(first?.events ?? []), ...before[state]], id);
};

/** Where an act leads from a state, when this side may do it. */
function leads(state: TrajectoryState, side: Side, command: TrajectoryCommand): string[] {
  const trajectory = inState(state);
  const decided = decideTrajectory(trajectory, command, {
    now: registeredAt,
    calendar,
    settings: defaultSettings,
    hasSchool: true,
    actor: { sides: [side], isAuthor: false },
    by: { personId: null, organisationId: null },
  });
  return isTrajectoryDenied(decided) ? [] : [foldTrajectory(trajectory, decided).state];
}

const ways = (): Way[] => [
  { from: 'new', act: 'place', to: 'awaited', by: ['clock'], rule: 'R15: a pupil has a place' },
  ...waysOf({ states: trajectoryStates, commands, policy: trajectoryPolicy }, leads),
];

/** The part of docs/states.md on trajectories. */
export const drawTrajectoryStates = (): string => `
## A trajectory

Awaited when a pupil has a place (\`src/domain/trajectory/placing.ts\`), dropped when the place ends. Closing it ends its referral
(\`completed\`), so that the place is free; reopening gives it back. Drawn in the same way.

\`\`\`mermaid
stateDiagram-v2
${arrows(ways(), []).join('\n')}
\`\`\`

| from | act | to | by | rule |
|---|---|---|---|---|
${tableRows(ways()).join('\n')}
`;

/** The part of docs/policy.md on trajectories. */
export const drawTrajectoryPolicy = (): string => `
## Trajectories

From \`src/domain/trajectory/policy.ts\`, by the same evaluator.

Conditions: \`just-said\` within a week of the press · \`two-weeks\` within two weeks of the closing.

| act | by | in | when | rule |
|---|---|---|---|---|
${policyLines(trajectoryActs, trajectoryPolicy, trajectoryStates)}
`;
