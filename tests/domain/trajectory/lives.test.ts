import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Side } from '../../../src/domain/case/referral.js';
import { clocksOfTrajectory, nextStepOfTrajectory } from '../../../src/domain/trajectory/clocks.js';
import { isTrajectoryDenied, type TrajectoryCommand } from '../../../src/domain/trajectory/decide.js';
import { parseTrajectoryEvent, type TrajectoryEvent } from '../../../src/domain/trajectory/events.js';
import { foldTrajectory } from '../../../src/domain/trajectory/evolve.js';
import { weekOf } from '../../../src/domain/trajectory/half-days.js';
import { trajectoryActs } from '../../../src/domain/trajectory/policy.js';
import { trajectoriesFor } from '../../../src/domain/trajectory/placing.js';
import { postsOfTrajectory } from '../../../src/domain/trajectory/posts.js';
import {
  isLeftMessage,
  isOpenMessage,
  isReleased,
  nextWakeOf,
  ownerOfMessage,
  schoolMessageStates,
  schoolStages,
} from '../../../src/domain/trajectory/school-message.js';
import { planOf } from '../../../src/domain/trajectory/school-plan.js';
import { isLiveTrajectory, trajectoryStates } from '../../../src/domain/trajectory/states.js';
import { parseTrajectory, type Trajectory } from '../../../src/domain/trajectory/trajectory.js';
import { followsFrom } from '../../../src/platform/runtime/follows.js';
import { trajectoryKind } from '../../../src/platform/runtime/kinds.js';
import { calendar, ids, referralIn, registeredAt, settings } from '../../support/case.js';
import { decide, id } from './world.js';

interface Stored {
  readonly row: Trajectory;
  readonly events: readonly TrajectoryEvent[];
  readonly clocks: ReadonlyMap<string, Date>;
  readonly posts: ReadonlySet<string>;
  readonly messages: readonly string[];
}

const day = 86_400_000;

/** Every command that a person or the program may think of, whether it fits or not. */
const commandsAt = (now: Date, ahead: number, open: readonly number[] = []): readonly TrajectoryCommand[] => {
  const today = calendar.dayOf(now);
  const number = open[ahead % Math.max(1, open.length)] ?? 1;
  return [
    { act: 'start', on: today },
    { act: 'postpone' },
    { act: 'take-back-start' },
    { act: 'look' },
    { act: 'pause', until: calendar.addDays(today, ahead) },
    { act: 'resume' },
    { act: 'close', on: today, outcome: 'back-later', handover: null },
    { act: 'close', on: today, outcome: 'warm-handover', handover: 'welfare' },
    { act: 'reopen' },
    { act: 'count-half-days', week: weekOf(today), count: ahead % 11 },
    { act: 'note-absence', on: today, part: 'day' },
    { act: 'note-absence', on: today, part: 'morning' },
    { act: 'take-back-absence', on: today },
    { act: 'correct-absence', on: calendar.addDays(today, -ahead % 5), part: 'afternoon' },
    { act: 'correct-absence', on: today, part: null },
    { act: 'handle-absences' },
    { act: 'agree-school', plan: { at: ['closing'], everyWeeks: 2 + (ahead % 3), consent: 'yes' } },
    { act: 'agree-school', plan: { at: ['start', 'closing'], everyWeeks: null, consent: 'no' } },
    { act: 'write-school', number, text: 'Het loopt.' },
    { act: 'write-school', number: 1, text: 'Het loopt.' },
    { act: 'return-school', number, question: 'Ook op vrijdag?' },
    { act: 'release-school', number, text: 'Het loopt goed.', consented: ahead % 2 === 0 },
    { act: 'release-school', number: 1, text: 'Het loopt goed.', consented: true },
    { act: 'send-school', number },
    { act: 'send-school', number: 1 },
    { act: 'send-school', number: 2 },
    { act: 'unsend-school', number },
    { act: 'skip-school', number },
    { act: 'plan-school' },
    { act: 'remind-school', coordinatorId: null },
    { act: 'drop' },
    { act: 'follow-up' },
    { act: 'answer-still' },
    { act: 'still-at-school', of: 'referrer', skip: ahead % 7 === 0 },
  ];
};
const closes = (now: Date): TrajectoryCommand => commandsAt(now, 1).find(({ act }) => act === 'close')!;
const count = commandsAt(registeredAt, 1).length;

const step = fc.record({
  command: fc.nat(count - 1),
  side: fc.constantFrom<Side>('clb', 'provider', 'provider', 'desk', 'clock'),
  wait: fc.oneof(fc.nat(30_000), fc.nat(day), fc.nat(40 * day), fc.integer({ min: 60 * day, max: 110 * day })),
  ahead: fc.integer({ min: 1, max: 60 }),
  coordinator: fc.boolean(),
  /** Most do what fits and leaves something: without it lives stay near their beginning. */
  fits: fc.constantFrom(true, true, false),
  stride: fc.integer({ min: 1, max: count - 1 }),
});

function store(stored: Stored | null, events: readonly TrajectoryEvent[]): Stored {
  const before = stored?.row ?? null;
  const row = { ...foldTrajectory(before, events, id), version: (before?.version ?? 0) + 1 } as Trajectory;
  const effects = followsFrom(trajectoryKind.derived({ calendar, settings }), events, before, row);
  const clocks = new Map(stored?.clocks);
  for (const key of effects.settled) clocks.delete(key);
  for (const due of effects.dues) clocks.set(due.key, due.at);
  const keys = effects.notices.map(({ key }) => key);
  const posts = effects.notices.filter(({ living }) => living !== false).map(({ key }) => key);
  return {
    row,
    events: [...(stored?.events ?? []), ...events],
    clocks,
    posts: new Set([...(stored?.posts ?? []), ...posts]),
    messages: [...(stored?.messages ?? []), ...keys],
  };
}

function doOne(stored: Stored, command: TrajectoryCommand, side: Side, now: Date): Stored {
  const decided = decide(stored.row, command, side, now);
  return isTrajectoryDenied(decided) || decided.length === 0 ? stored : store(stored, decided);
}

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** After these little else can happen. */
const ends: readonly TrajectoryCommand['act'][] = ['drop', 'close', 'take-back-start', 'agree-school'];

/** What a step asks: just what it says, or the next that does something; an end only when that is what it says. */
function askedBy({ row }: Stored, one: Step, now: Date): { command: TrajectoryCommand; side: Side } {
  const open = row.schoolMessages.filter(isOpenMessage).map(({ number }) => number);
  const commands = commandsAt(now, one.ahead, open);
  const said = { command: commands[one.command]!, side: one.side };
  if (!one.fits) return said;
  for (let n = 0; n < count; n += 1)
    for (const side of [one.side, 'clb', 'provider'] as const) {
      const command = commands[(one.command + n * one.stride) % count]!;
      const decided = n > 0 && ends.includes(command.act) ? [] : decide(row, command, side, now);
      if (!isTrajectoryDenied(decided) && decided.length > 0) return { command, side };
    }
  return said;
}

/** What the clock of this key does. */
function wokenBy(key: string, coordinator: boolean): TrajectoryCommand {
  if (key.endsWith(':still-at-school')) return { act: 'still-at-school', of: 'team', skip: false };
  return key.endsWith(':school')
    ? { act: 'remind-school', coordinatorId: coordinator ? (ids.coordinator as never) : null }
    : { act: 'follow-up' };
}

/** R14: every message that is open has a clock or stands before the desk; what was agreed in between always has a day. */
function expectNothingForgotten(row: Trajectory): void {
  for (const one of row.schoolMessages.filter(isOpenMessage)) {
    expect([one.number, nextWakeOf(one, calendar) !== null || isLeftMessage(one)]).toEqual([one.number, true]);
    expect(ownerOfMessage(one) === null).toBe(one.state === 'expected' && !one.asked);
  }
  const { consent, everyWeeks } = planOf(row, true);
  const isRunning = row.state === 'started' || row.state === 'paused';
  if (isRunning && everyWeeks !== null && consent !== 'no')
    expect(row.schoolMessages.filter(({ state, moment }) => state === 'expected' && moment === 'interim')).toHaveLength(
      1,
    );
  const open = row.schoolMessages.filter(isOpenMessage);
  if (consent === 'no') expect(open).toEqual([]);
  // What the CLB released goes to the school, also when the place has ended.
  if (row.state === 'dropped') expect(open.filter((one) => !isReleased(one))).toEqual([]);
}

test('in 400 random lives the row is the fold of its events, and clocks and posts are those that the state asks for', () => {
  const reached = new Set<string>();
  const messages = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), fc.boolean(), (steps, isOver) => {
      const [first] = trajectoriesFor(referralIn('placed'), [], { now: registeredAt, calendar, newId: () => id });
      let stored = store(null, first!.events);
      let now = registeredAt;
      // Some lives begin at the end: what comes months later is reached as well.
      if (isOver)
        for (const command of [commandsAt(now, 1)[0]!, closes(now)]) stored = doOne(stored, command, 'provider', now);
      for (const one of steps) {
        now = new Date(now.getTime() + one.wait);
        for (const [key, due] of stored.clocks)
          if (due <= now) stored = doOne(stored, wokenBy(key, one.coordinator), 'clock', now);
        const { command, side } = askedBy(stored, one, now);
        stored = doOne(stored, command, side, now);
        reached.add(stored.row.state);
        for (const { state, told } of stored.row.schoolMessages) messages.add(state).add(`told ${told}`);
        expectNothingForgotten(stored.row);
        if (stored.row.still.asked !== null) reached.add('asked');
      }
      const { row, events, clocks, posts, messages: keys } = stored;
      const written = JSON.parse(JSON.stringify(events)) as TrajectoryEvent[];
      const readAgain = written.map(({ name, data, at, ...by }) =>
        parseTrajectoryEvent(name, data, { ...by, at: new Date(at) }),
      );
      expect({ ...foldTrajectory(null, readAgain, id), version: 0 }).toEqual({ ...row, version: 0 });
      expect(parseTrajectory(JSON.parse(JSON.stringify(row)))).toEqual(row);
      expect(new Map(clocks)).toEqual(new Map(clocksOfTrajectory(row, calendar).map(({ key, at }) => [key, at])));
      for (const { key } of postsOfTrajectory(row)) expect(posts).toContain(key);
      const told = keys.filter((key) => key.includes(':update:'));
      expect(new Set(told).size).toBe(told.length);
      // Every state has an owner and a next date, until it is over.
      expect(nextStepOfTrajectory(row, calendar) === null).toBe(!isLiveTrajectory(row));
    }),
    { numRuns: 400 },
  );
  expect(schoolMessageStates.filter((state) => !messages.has(state))).toEqual([]);
  expect(schoolStages.filter((stage) => !messages.has(`told ${stage}`))).toEqual([]);
  expect([...reached].sort()).toEqual([...trajectoryStates, 'asked'].sort());
});

test('no act is forgotten by the lives', () => {
  const asked = new Set<string>(commandsAt(registeredAt, 1).map(({ act }) => act));
  expect(trajectoryActs.filter((act) => !asked.has(act))).toEqual(['see']);
});
