import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { besideEvents } from '../../../src/domain/case/beside-place.js';
import type { CaseClock } from '../../../src/domain/case/clocks.js';
import { clocksOf } from '../../../src/domain/case/clocks.js';
import { decide, isDenied, type CaseCommand } from '../../../src/domain/case/decide/index.js';
import { caseEventNames, event, parseEvent, type CaseEvent } from '../../../src/domain/case/events.js';
import { fold } from '../../../src/domain/case/evolve.js';
import { acts } from '../../../src/domain/case/policy.js';
import { postKey } from '../../../src/domain/reference-to.js';
import { postsOf } from '../../../src/domain/case/posts.js';
import {
  askedFactsSchema,
  parseReferral,
  referralFactsSchema,
  type Referral,
  type Side,
} from '../../../src/domain/case/referral.js';
import { compareCase } from '../../../src/domain/case/reconcile.js';
import { followsFrom } from '../../../src/platform/runtime/follows.js';
import { caseKind } from '../../../src/platform/runtime/kinds.js';
import { referralStates } from '../../../src/domain/case/states.js';
import { calendar, ids, referralIn, registeredAt, settings, standing } from '../../support/case.js';

/** What is stored of one referral, kept only by the differences that the platform stores. */
interface Stored {
  row: Referral;
  readonly events: CaseEvent[];
  readonly clocks: Map<string, Date>;
  readonly posts: Set<string>;
  readonly messages: string[];
}

const day = 86_400_000;
const person = { clb: ids.referrer, provider: ids.worker, desk: ids.coordinator, clock: null } as const;

const urgentNow = { ...askedFactsSchema.parse(referralIn('delivered')), urgency: 'urgent' } as const;
/** Every command that a person or the program may think of, whether it fits or not. */
const commands: readonly CaseCommand[] = [
  { act: 'resend', facts: referralFactsSchema.parse(referralIn('registered')), held: null },
  { act: 'resend', facts: referralFactsSchema.parse(referralIn('registered')), held: 'looks-first' },
  { act: 'recall' },
  { act: 'assign', service: { id: ids.service as never, organisationId: ids.provider as never, fullUntil: null } },
  { act: 'take-match', service: { id: ids.service as never, organisationId: ids.provider as never, fullUntil: null } },
  { act: 'deliver', now: true },
  { act: 'deliver', now: false },
  { act: 'receive' },
  { act: 'miss', reason: 'gone' },
  { act: 'note-phoned' },
  { act: 'contact' },
  { act: 'place' },
  { act: 'propose-waitlist', expectedStartOn: '2027-03-01' },
  { act: 'put-on-waitlist', expectedStartOn: null },
  { act: 'refuse-match', reason: 'age', note: true },
  { act: 'mark-full', until: '2027-08-31', marking: 'm1', asked: true },
  { act: 'mark-full', until: '2027-08-31', marking: 'm2', asked: false },
  { act: 'hear-full', until: '2027-08-31', marking: 'm2' },
  { act: 'hear-open', marking: 'm2' },
  { act: 'undo' },
  { act: 'correct', reason: 'wrong-button' },
  { act: 'keep' },
  { act: 'free-place', reason: null },
  { act: 'confirm-place' },
  { act: 'move-start', to: '2027-04-01' },
  { act: 'refer-on', to: '2027-0002', chosen: 'desk', first: 'keep' },
  { act: 'refer-on', to: '2027-0002', chosen: 'desk', first: 'withdraw' },
  { act: 'ask-question', question: ids.question as never, text: 'Past woensdag?' },
  { act: 'ask-question', question: ids.otherQuestion as never, text: 'En donderdag?' },
  { act: 'answer-question', question: ids.question as never, text: 'Ja.' },
  { act: 'answer-question', question: ids.otherQuestion as never, text: 'Neen.' },
  { act: 'withdraw-question', question: ids.question as never },
  { act: 'amend', field: 'urgency', facts: urgentNow },
  { act: 'leave-note', note: ids.question as never, text: 'Het loopt.' },
  { act: 'complete', outcome: 'back-soon' },
  { act: 'reopen' },
  { act: 'withdraw', reason: 'solved' },
  { act: 'remind' },
  { act: 'remind-question' },
  { act: 'hand-over', of: 'clb', from: ids.referrer as never, to: ids.coordinator as never },
  { act: 'hand-over', of: 'provider', from: ids.worker as never, to: ids.coordinator as never },
  { act: 'keep-beside' },
  { act: 'confirm-waiting' },
  { act: 'return-to-list' },
  { act: 'check-in', along: false },
  { act: 'check-in', along: true },
  { act: 'match', serviceId: ids.provider as never, on: '2027-02-01' },
  { act: 'match', serviceId: ids.service as never, on: '2027-02-01' },
  { act: 'remind-beside' },
  { act: 'follow-up' },
  { act: 'end-undo' },
  { act: 'open-file', what: 'case-file' },
  { act: 'open-school' },
  { act: 'erase', why: 'term' },
];

/** How it comes to be with its provider. */
const arrives: readonly CaseCommand[] = [{ act: 'deliver', now: true }, { act: 'receive' }];

const sides: readonly Side[] = ['clb', 'provider', 'desk', 'clock'];

const step = fc.record({
  command: fc.nat(commands.length - 1),
  stride: fc.integer({ min: 1, max: commands.length - 1 }),
  side: fc.constantFrom<Side>(...sides),
  /** Most do what fits, and moves the case on or leaves something: without it lives stay near their beginning, or end soon. */
  how: fc.constantFrom('as-said', 'moves', 'leaves', 'leaves'),
  /** How long nothing happens before it: seconds, hours, weeks. */
  wait: fc.oneof(fc.nat(30_000), fc.nat(day), fc.nat(60 * day)),
  /** Teams brings the same press again, under another id. */
  again: fc.boolean(),
  /** Another referral of the trail gets a place now, or loses it. */
  elsewhere: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  hasChannel: fc.boolean(),
  coordinator: fc.boolean(),
});

const context = (now: Date) => ({ now, calendar, settings });

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function store(stored: Stored | null, id: Referral['id'], events: readonly CaseEvent[], now: Date): Stored {
  const before = stored?.row ?? null;
  const after = { ...fold(before, events, id), version: (before?.version ?? 0) + 1 };
  const effects = followsFrom(caseKind.derived(context(now)), events, before, after);
  const clocks = new Map(stored?.clocks);
  for (const key of effects.settled) clocks.delete(key);
  for (const due of effects.dues) if (due.key.startsWith('referral:')) clocks.set(due.key, due.at);
  return {
    row: after,
    events: [...(stored?.events ?? []), ...events],
    clocks,
    posts: new Set([
      ...(stored?.posts ?? []),
      ...effects.notices.filter((one) => one.living !== false).map(({ key }) => key),
    ]),
    messages: [...(stored?.messages ?? []), ...effects.notices.map(({ key }) => key)],
  };
}

const sent = (held: 'looks-first' | null): CaseEvent =>
  event(
    'registered',
    {
      again: false,
      held,
      deliverAt: held === null ? registeredAt : null,
      facts: referralFactsSchema.parse(referralIn('registered', { ageBand: 'under-12' })),
    },
    { at: registeredAt, side: 'clb', personId: ids.referrer as never, organisationId: ids.clb as never },
  );

/** The clock that comes due first is done first, as the program would. */
function due(stored: Stored, now: Date): CaseCommand[] {
  const jobs: Readonly<Record<string, CaseCommand>> = {
    deliver: { act: 'deliver', now: false },
    remind: { act: 'remind' },
    'follow-up': { act: 'follow-up' },
    'end-undo': { act: 'end-undo' },
    question: { act: 'remind-question' },
    beside: { act: 'remind-beside' },
    'check-in': { act: 'check-in', along: false },
  };
  return [...stored.clocks.entries()]
    .filter(([, at]) => at <= now)
    .sort(([, one], [, other]) => one.getTime() - other.getTime())
    .flatMap(([key]) => jobs[key.split(':')[2] ?? ''] ?? []);
}

interface Given {
  readonly hasChannel: boolean;
  readonly coordinator: boolean;
}

function decided(stored: Stored, command: CaseCommand, side: Side, now: Date, given: Given): readonly CaseEvent[] {
  const { row, events } = stored;
  const coordinatorId = given.coordinator ? (ids.coordinator as never) : null;
  const known = standing(row, { hasChannel: given.hasChannel, coordinatorId, last: events.at(-1) ?? null });
  const actor = { sides: [side], isAuthor: side === 'clb' };
  const by = { personId: person[side] as never, organisationId: null };
  const happens = decide(known, command, { ...context(now), actor, by });
  return isDenied(happens) ? [] : happens;
}

function doOne(...[stored, command, side, now, given]: Parameters<typeof decided>): Stored {
  const events = decided(stored, command, side, now, given);
  return events.length === 0 ? stored : store(stored, stored.row.id, events, now);
}

/** What the platform does to the others of a trail. */
function placeElsewhere(stored: Stored, now: Date): Stored {
  const reference = stored.row.besidePlace === null ? '2027-0009' : null;
  const events = besideEvents(stored.row, reference, now);
  return events.length === 0 ? stored : store(stored, stored.row.id, events, now);
}

/** A list from one of its places on, in steps of its own, so that what follows is another each time. */
const from = <T>(list: readonly T[], at: number, stride: number): T[] =>
  list.map((_, n) => list[(at + n * stride) % list.length]!);

/** After these little else can happen. */
const ends: readonly CaseCommand['act'][] = ['withdraw', 'refer-on', 'recall'];

/** What a step asks: just what it says, or the next that does something; an end only when that is what it says. */
function askedBy(stored: Stored, one: Step, now: Date): { command: CaseCommand; side: Side } {
  const said = { command: commands[one.command]!, side: one.side };
  if (one.how === 'as-said') return said;
  const fits = (events: readonly CaseEvent[]): boolean =>
    events.length > 0 && (one.how === 'leaves' || fold(stored.row, events).state !== stored.row.state);
  for (const command of from(commands, one.command, one.stride).filter(
    (each) => each === said.command || !ends.includes(each.act),
  ))
    for (const side of from(sides, sides.indexOf(one.side), 1))
      if (fits(decided(stored, command, side, now, one))) return { command, side };
  return said;
}

const sorted = (clocks: readonly Pick<CaseClock, 'key' | 'at'>[]): string[] =>
  clocks.map(({ key, at }) => `${key} ${at.toISOString()}`).sort();

test('in 2,000 random lives the row is the fold of its events, and clocks and posts are those that the state asks for; everything that can happen does', () => {
  const reached = new Set<string>();
  const happened = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom('held', 'registered', 'delivered', 'delivered'),
      fc.array(step, { minLength: 1, maxLength: 16 }),
      (begins, steps) => {
        const id = ids.referral as Referral['id'];
        let stored = store(null, id, [sent(begins === 'held' ? 'looks-first' : null)], registeredAt);
        let now = registeredAt;
        if (begins === 'delivered')
          for (const command of arrives)
            stored = doOne(stored, command, 'clock', now, { hasChannel: true, coordinator: false });
        for (const one of steps) {
          now = new Date(now.getTime() + one.wait);
          for (const command of due(stored, now)) stored = doOne(stored, command, 'clock', now, one);
          if (one.elsewhere) stored = placeElsewhere(stored, now);
          const before = stored;
          const asked = askedBy(stored, one, now);
          stored = doOne(stored, asked.command, asked.side, now, one);
          if (one.again && stored !== before) {
            const twice = doOne(stored, asked.command, asked.side, now, one);
            // Once more changes no state: only what may be done again at will is done again.
            expect(twice.row.state).toBe(stored.row.state);
            stored = twice;
          }
          reached.add(stored.row.state);
        }
        for (const { name } of stored.events) happened.add(name);
        const written = JSON.parse(JSON.stringify(stored.events)) as CaseEvent[];
        const readAgain = written.map(({ name, data, at, ...by }) =>
          parseEvent(name, data, { ...by, at: new Date(at) }),
        );
        expect({ ...fold(null, readAgain, id), version: 0 }).toEqual({ ...stored.row, version: 0 });
        expect(parseReferral(JSON.parse(JSON.stringify(stored.row)))).toEqual(stored.row);
        expect(sorted([...stored.clocks].map(([key, at]) => ({ key, at })))).toEqual(
          sorted(clocksOf(stored.row, calendar, settings)),
        );
        for (const { key } of postsOf(stored.row)) expect(stored.posts).toContain(key);
        const replies = stored.messages.filter((key) => key.includes('update:'));
        expect(new Set(replies).size).toBe(replies.length);
      },
    ),
    { numRuns: 2000 },
  );
  expect([...reached].sort()).toEqual([...referralStates].sort());
  // A row of before there were events begins otherwise: tests/platform/storage/migrated.test.ts.
  expect(caseEventNames.filter((name) => name !== 'carried-over' && !happened.has(name))).toEqual([]);
});

test('what is stored after a random life needs no repair, and what is taken away is found', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(), (steps, pick) => {
      const id = ids.referral as Referral['id'];
      let stored = store(null, id, [sent(null)], registeredAt);
      let now = registeredAt;
      for (const one of steps) {
        now = new Date(now.getTime() + one.wait);
        const asked = askedBy(stored, one, now);
        stored = doOne(stored, asked.command, asked.side, now, one);
      }
      const posts = [...stored.posts].map((key) => ({ key: postKey(key), state: 'sent' as const, touchedAt: now }));
      const clocks = [...stored.clocks].map(([key, at]) => ({ key, at }));
      const whole = compareCase({ referral: stored.row, clocks, posts }, now, calendar, settings);
      expect([whole.missingClocks, whole.surplusClocks, whole.missingPosts]).toEqual([[], [], []]);
      const needed = postsOf(stored.row)[pick % postsOf(stored.row).length]!;
      const fewer = posts.filter(({ key }) => key !== needed.key);
      expect(compareCase({ referral: stored.row, clocks: [], posts: fewer }, now, calendar, settings)).toMatchObject({
        missingPosts: [{ key: needed.key }],
        missingClocks: clocksOf(stored.row, calendar, settings),
      });
    }),
    { numRuns: 300 },
  );
});

test('no act is forgotten by the lives', () => {
  const decided = new Set(commands.map(({ act }) => act));
  expect(acts.filter((act) => !act.startsWith('see-') && !decided.has(act as never))).toEqual([]);
});
