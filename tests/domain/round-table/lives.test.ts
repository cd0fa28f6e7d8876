import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Side } from '../../../src/domain/case/referral.js';
import type { Slot } from '../../../src/domain/round-table/appointment.js';
import { clocksOfRoundTable, nextStepOfRoundTable } from '../../../src/domain/round-table/clocks.js';
import {
  decideRoundTable,
  isRoundTableDenied,
  type RoundTableCommand,
} from '../../../src/domain/round-table/decide.js';
import { parseRoundTableEvent, roundTableEvent, type RoundTableEvent } from '../../../src/domain/round-table/events.js';
import { foldRoundTable } from '../../../src/domain/round-table/evolve.js';
import { roundTableActs } from '../../../src/domain/round-table/policy.js';
import { postsOfRoundTable } from '../../../src/domain/round-table/posts.js';
import {
  isLive,
  organisers,
  parseRoundTable,
  roundTableFactsSchema,
  roundTableKinds,
  roundTableStates,
  type RoundTable,
} from '../../../src/domain/round-table/round-table.js';
import { followsFrom } from '../../../src/platform/runtime/follows.js';
import { roundTableKind } from '../../../src/platform/runtime/kinds.js';
import { calendar, ids, registeredAt, settings } from '../../support/case.js';

interface Stored {
  readonly row: RoundTable;
  readonly events: readonly RoundTableEvent[];
  readonly clocks: ReadonlyMap<string, Date>;
  readonly posts: ReadonlySet<string>;
  readonly messages: readonly string[];
}

const id = '12121212-0000-4000-8000-000000000001' as RoundTable['id'];
const day = 86_400_000;
const sides: readonly Side[] = ['clb', 'provider', 'desk', 'clock'];

const slotAt = (startsAt: Date, location: string | null): Slot => ({
  startsAt,
  endsAt: new Date(startsAt.getTime() + 5_400_000),
  venue: 'school',
  location,
  url: null,
  invited: ['clb', 'provider'],
});

/** Every command that a person or the program may think of, whether it fits or not; a moment some days ahead. */
const commandsAt = (now: Date, ahead: number): readonly RoundTableCommand[] => [
  { act: 'plan', slot: slotAt(new Date(now.getTime() + ahead), null) },
  { act: 'move', slot: slotAt(new Date(now.getTime() + ahead), 'lokaal 3') },
  { act: 'hand-over' },
  { act: 'cancel', again: true },
  { act: 'cancel', again: false },
  { act: 'note-held' },
  { act: 'note-not-held' },
  { act: 'drop' },
  { act: 'remind' },
  { act: 'ask' },
  { act: 'follow-up' },
];

const step = fc.record({
  command: fc.nat(10),
  side: fc.constantFrom<Side>(...sides),
  wait: fc.oneof(fc.nat(30_000), fc.nat(day), fc.nat(12 * day)),
  ahead: fc.integer({ min: 1, max: 20 * day }),
});

function store(stored: Stored | null, events: readonly RoundTableEvent[]): Stored {
  const before = stored?.row ?? null;
  const after = { ...foldRoundTable(before, events, id), version: (before?.version ?? 0) + 1 } as RoundTable;
  const effects = followsFrom(roundTableKind.derived({ calendar, settings }), events, before, after);
  const clocks = new Map(stored?.clocks);
  for (const key of effects.settled) clocks.delete(key);
  for (const due of effects.dues) clocks.set(due.key, due.at);
  const posts = effects.notices.filter(({ living }) => living !== false).map(({ key }) => key);
  return {
    row: after,
    events: [...(stored?.events ?? []), ...events],
    clocks,
    posts: new Set([...(stored?.posts ?? []), ...posts]),
    messages: [...(stored?.messages ?? []), ...effects.notices.map(({ key }) => key)],
  };
}

function doOne(stored: Stored, command: RoundTableCommand, side: Side, now: Date): Stored {
  const by = { personId: side === 'clock' ? null : (ids.worker as never), organisationId: null };
  const decided = decideRoundTable(stored.row, command, {
    now,
    calendar,
    actor: { sides: [side], isAuthor: false },
    by,
  });
  return isRoundTableDenied(decided) || decided.length === 0 ? stored : store(stored, decided);
}

/** The clock that comes due first is done first, as the program would. */
const due = ({ clocks }: Stored, now: Date): RoundTableCommand[] =>
  [...clocks]
    .filter(([, at]) => at <= now)
    .sort(([, one], [, other]) => one.getTime() - other.getTime())
    .map(([key]) => ({ act: key.split(':')[2] }) as RoundTableCommand);

const wanted = fc
  .record({ kind: fc.constantFrom(...roundTableKinds), organiser: fc.constantFrom(...organisers) })
  .map(({ kind, organiser }): RoundTableEvent =>
    roundTableEvent(
      'wanted',
      {
        facts: roundTableFactsSchema.parse({
          referralId: ids.referral,
          trailId: ids.trail,
          clbId: ids.clb,
          referrerId: ids.referrer,
          providerId: ids.provider,
          serviceId: ids.service,
          kind,
        }),
        organiser,
        planBy: new Date(registeredAt.getTime() + 7 * day),
      },
      { at: registeredAt, side: 'clock', personId: null, organisationId: null },
    ),
  );

test('in 500 random lives the row is the fold of its events, and clocks and posts are those that the state asks for', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(wanted, fc.array(step, { minLength: 1, maxLength: 14 }), (first, steps) => {
      let stored = store(null, [first]);
      let now = registeredAt;
      for (const one of steps) {
        now = new Date(now.getTime() + one.wait);
        for (const command of due(stored, now)) stored = doOne(stored, command, 'clock', now);
        stored = doOne(stored, commandsAt(now, one.ahead)[one.command]!, one.side, now);
        reached.add(stored.row.state);
      }
      const { row, events, clocks, posts, messages } = stored;
      const written = JSON.parse(JSON.stringify(events)) as RoundTableEvent[];
      const readAgain = written.map(({ name, data, at, ...by }) =>
        parseRoundTableEvent(name, data, { ...by, at: new Date(at) }),
      );
      expect({ ...foldRoundTable(null, readAgain, id), version: 0 }).toEqual({ ...row, version: 0 });
      expect(parseRoundTable(JSON.parse(JSON.stringify(row)))).toEqual(row);
      expect(new Map(clocks)).toEqual(new Map(clocksOfRoundTable(row, calendar).map(({ key, at }) => [key, at])));
      for (const { key } of postsOfRoundTable(row)) expect(posts).toContain(key);
      const replies = messages.filter((key) => key.includes(':update:') || key.includes(':asked:'));
      expect(new Set(replies).size).toBe(replies.length);
      // Every state has an owner and a next date, until the desk has it before it.
      expect(nextStepOfRoundTable(row, calendar) === null).toBe(!isLive(row));
    }),
    { numRuns: 500 },
  );
  expect([...reached].sort()).toEqual([...roundTableStates].sort());
});

test('each change of the moment, and its end, is a newer appointment for the calendars', () => {
  fc.assert(
    fc.property(wanted, fc.array(step, { minLength: 1, maxLength: 14 }), (first, steps) => {
      let stored = store(null, [first]);
      let now = registeredAt;
      for (const one of steps) {
        now = new Date(now.getTime() + one.wait);
        const before = stored.row.appointment;
        stored = doOne(stored, commandsAt(now, one.ahead)[one.command]!, one.side, now);
        const after = stored.row.appointment;
        if (before === null || after === null) continue;
        const isOther = before.startsAt.getTime() !== after.startsAt.getTime() || before.location !== after.location;
        expect(after.sequence - before.sequence).toBeGreaterThanOrEqual(isOther ? 1 : 0);
      }
    }),
    { numRuns: 150 },
  );
});

test('no act is forgotten by the lives', () => {
  const asked = new Set(commandsAt(registeredAt, day).map(({ act }) => act));
  expect(roundTableActs.filter((act) => !asked.has(act as never))).toEqual(['plan-next', 'see']);
});
