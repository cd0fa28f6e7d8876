import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Side } from '../../../src/domain/case/referral.js';
import { clocksOfInquiry, nextStepOfInquiry } from '../../../src/domain/inquiry/clocks.js';
import type { InquiryCommand } from '../../../src/domain/inquiry/decide.js';
import { inquiryEventSchemas, parseInquiryEvent, type InquiryEvent } from '../../../src/domain/inquiry/events.js';
import { foldInquiry } from '../../../src/domain/inquiry/evolve.js';
import { inquiryStates, isLiveInquiry, parseInquiry, type Inquiry } from '../../../src/domain/inquiry/inquiry.js';
import { postsOfInquiry } from '../../../src/domain/inquiry/posts.js';
import { followsFrom } from '../../../src/platform/runtime/follows.js';
import { inquiryKind } from '../../../src/platform/runtime/kinds.js';
import { calendar, ids, registeredAt, settings } from '../../support/case.js';
import { asking, decide, draftId, id, toDesk, toProvider } from './world.js';

interface Stored {
  readonly row: Inquiry;
  readonly events: readonly InquiryEvent[];
  readonly clocks: ReadonlyMap<string, Date>;
  readonly posts: ReadonlySet<string>;
  readonly messages: readonly string[];
}

const day = 86_400_000;
const other = { providerId: ids.provider, serviceId: ids.otherQuestion, reached: true } as never;
const unreached = { providerId: ids.provider, serviceId: ids.service, reached: false } as never;

/** Every command that a person or the program may think of, whether it fits or not. */
const commands: readonly InquiryCommand[] = [
  { act: 'answer', answer: 'fits', reason: null, text: null },
  { act: 'answer', answer: 'maybe', reason: null, text: null },
  { act: 'answer', answer: 'misfit', reason: 'no-room', text: null },
  { act: 'answer', answer: 'words', reason: null, text: 'y' },
  { act: 'forward', to: other },
  { act: 'forward', to: unreached },
  { act: 'refer', draftId },
  { act: 'withdraw' },
  { act: 'miss' },
  { act: 'hand-over', from: ids.referrer as never, to: ids.coordinator as never },
  { act: 'lapse' },
  { act: 'erase' },
  { act: 'follow-up', coordinatorId: ids.coordinator as never },
];

const step = fc.record({
  command: fc.nat(commands.length - 1),
  side: fc.constantFrom<Side>('clb', 'provider', 'desk', 'clock'),
  wait: fc.oneof(fc.nat(30_000), fc.nat(2 * day), fc.nat(40 * day)),
});

function store(stored: Stored | null, events: readonly InquiryEvent[]): Stored {
  const before = stored?.row ?? null;
  const row = { ...foldInquiry(before, events, id), version: (before?.version ?? 0) + 1 };
  const effects = followsFrom(inquiryKind.derived({ calendar, settings }), events, before, row);
  const clocks = new Map(stored?.clocks);
  for (const key of effects.settled) clocks.delete(key);
  for (const due of effects.dues) clocks.set(due.key, due.at);
  const posts = effects.notices.filter(({ living }) => living !== false).map(({ key }) => key);
  return {
    row,
    events: [...(stored?.events ?? []), ...events],
    clocks,
    posts: new Set([...(stored?.posts ?? []), ...posts]),
    messages: [...(stored?.messages ?? []), ...effects.notices.map(({ key }) => key)],
  };
}

function doOne(stored: Stored, command: InquiryCommand, side: Side, now: Date): Stored {
  const decided = decide(stored.row, command, side, now);
  return 'denied' in decided || decided.length === 0 ? stored : store(stored, decided);
}

/** The clocks whose moment has come, as the program does them. */
function wake(stored: Stored, now: Date): Stored {
  let so = stored;
  for (const [key, due] of stored.clocks) {
    if (due > now) continue;
    const act = key.split(':')[2] as 'follow-up' | 'lapse' | 'erase';
    so = doOne(so, act === 'follow-up' ? { act, coordinatorId: null } : { act }, 'clock', now);
  }
  return so;
}

test('in 300 random lives the row is the fold of its events, clocks and posts are those the state asks for, and nothing waits without an owner', () => {
  const reached = new Set<string>();
  const happened = new Set<string>();
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 16 }), (atDesk, steps) => {
      let stored = store(null, asking(atDesk ? toDesk : toProvider));
      let now = registeredAt;
      for (const { command, side, wait } of steps) {
        now = new Date(now.getTime() + wait);
        stored = doOne(wake(stored, now), commands[command]!, side, now);
        reached.add(stored.row.state);
      }
      const { row, events, clocks, posts, messages } = stored;
      for (const { name } of events) happened.add(name);
      const written = JSON.parse(JSON.stringify(events)) as InquiryEvent[];
      const readAgain = written.map(({ name, data, at, ...by }) =>
        parseInquiryEvent(name, data, { ...by, at: new Date(at) }),
      );
      expect({ ...foldInquiry(null, readAgain, id), version: 0 }).toEqual({ ...row, version: 0 });
      expect(parseInquiry(JSON.parse(JSON.stringify(row)))).toEqual(row);
      expect(clocks).toEqual(new Map(clocksOfInquiry(row, calendar, settings).map(({ key, at }) => [key, at])));
      for (const { key } of postsOfInquiry(row)) expect(posts).toContain(key);
      const told = messages.filter((key) => key.includes(':update:'));
      expect(new Set(told).size).toBe(told.length);
      expect(nextStepOfInquiry(row, calendar, settings) === null).toBe(!isLiveInquiry(row));
      expect(isLiveInquiry(row)).toBe([...clocks.keys()].some((key) => key.endsWith(':lapse')));
    }),
    { numRuns: 300 },
  );
  expect([...reached].sort()).toEqual([...inquiryStates].sort());
  expect([...happened].sort()).toEqual(Object.keys(inquiryEventSchemas).sort());
});
