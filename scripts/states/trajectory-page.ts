import { sides } from '../../src/domain/case/referral.js';
import { defaultSettings } from '../../src/domain/settings.js';
import { decideTrajectory, isTrajectoryDenied, type TrajectoryCommand } from '../../src/domain/trajectory/decide.js';
import { trajectoryEvent as event, type TrajectoryEvent } from '../../src/domain/trajectory/events.js';
import { foldTrajectory } from '../../src/domain/trajectory/evolve.js';
import { trajectoriesFor } from '../../src/domain/trajectory/placing.js';
import { trajectoryActs, trajectoryPolicy, type TrajectoryPolicyRow } from '../../src/domain/trajectory/policy.js';
import { trajectoryStates, type TrajectoryState } from '../../src/domain/trajectory/states.js';
import type { Trajectory } from '../../src/domain/trajectory/trajectory.js';
import { calendar, ids, referralIn, registeredAt } from '../../tests/support/case.js';
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

const ruleOf = (act: string, state: string, side: string): string =>
  trajectoryPolicy.find((row) => row.act === act && row.by.includes(side as never) && row.in.includes(state as never))
    ?.rule ?? '';

const withSide = (way: Way, side: string): Way => (way.by.includes(side) ? way : { ...way, by: [...way.by, side] });

/** Where an act leads from a state, when this side may do it. */
function wayOf(state: TrajectoryState, side: (typeof sides)[number], command: TrajectoryCommand): Way | null {
  const trajectory = inState(state);
  const decided = decideTrajectory(trajectory, command, {
    now: registeredAt,
    calendar,
    settings: defaultSettings,
    hasSchool: true,
    actor: { sides: [side], isAuthor: false },
    by: { personId: null, organisationId: null },
  });
  if (isTrajectoryDenied(decided)) return null;
  const to = foldTrajectory(trajectory, decided).state;
  return { from: state, act: command.act, to, by: [side], rule: ruleOf(command.act, state, side) };
}

/** Every way from state to state, found by trying every act in every state from every side. */
function ways(): Way[] {
  const found = new Map<string, Way>();
  for (const state of trajectoryStates)
    for (const side of sides)
      for (const command of commands) {
        const way = wayOf(state, side, command);
        if (way === null) continue;
        const key = `${way.from} ${way.act} ${way.to}`;
        found.set(key, withSide(found.get(key) ?? way, side));
      }
  return [
    { from: 'new', act: 'place', to: 'awaited', by: ['clock'], rule: 'R15: a pupil has a place' },
    ...found.values(),
  ];
}

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

const line = ({ act, by: who, in: states, when, rule }: TrajectoryPolicyRow): string =>
  `| ${act} | ${who.join(', ')} | ${states.length === trajectoryStates.length ? 'every state' : states.join(', ')} | ${when.join(', ') || '–'} | ${rule} |`;

/** The part of docs/policy.md on trajectories. */
export const drawTrajectoryPolicy = (): string => `
## Trajectories

From \`src/domain/trajectory/policy.ts\`, by the same evaluator.

Conditions: \`just-said\` within a week of the press · \`two-weeks\` within two weeks of the closing.

| act | by | in | when | rule |
|---|---|---|---|---|
${trajectoryActs.flatMap((act) => trajectoryPolicy.filter((row) => row.act === act).map(line)).join('\n')}
`;
