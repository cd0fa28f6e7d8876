import { describe, expect, test } from '@jest/globals';
import { comesBack, inAgendaOrder, supportOf, waitAgain } from '../../../src/domain/workgroup/meeting-agenda.js';
import type { MeetingId, PersonId } from '../../../src/domain/ids.js';
import type { AgendaItem, Decision } from '../../../src/domain/workgroup/meeting.js';

const next = { id: 'm2' as MeetingId };
let made = 0;
const context = {
  now: new Date('2026-11-16T09:00:00Z'),
  newId: <T extends string>() => `new-${++made}` as string as T,
};

const item = (id: string, over: Partial<AgendaItem> = {}): AgendaItem =>
  ({
    id,
    meetingId: null,
    kind: 'item',
    text: id,
    signalId: null,
    decisionId: null,
    notes: null,
    state: 'open',
    createdAt: new Date(`2026-10-0${id.slice(-1)}T09:00:00Z`),
    version: 1,
    ...over,
  }) as AgendaItem;
const decision = (id: string, over: Partial<Decision> = {}): Decision =>
  ({ id, meetingId: 'm1', text: `Besluit ${id}`, state: 'open', ...over }) as Decision;
const people = (...ids: string[]): PersonId[] => ids as PersonId[];

describe('the order of an agenda', () => {
  const items = [
    item('a1'),
    item('a2', { kind: 'signal', signalId: 's1' as never }),
    item('a3', { kind: 'decision' }),
    item('a4'),
    item('a5', { state: 'dropped' }),
  ];

  test('is what comes back, then what most people support, then what came first', () => {
    const votes = new Map([['a4', people('x', 'y')]]);
    expect(inAgendaOrder(items, votes).map(({ id }) => id)).toEqual(['a3', 'a4', 'a1', 'a2']);
  });

  test('counts the support of a signal as well, each person once', () => {
    const votes = new Map([
      ['a2', people('x', 'y')],
      ['s1', people('y', 'z')],
    ]);
    expect(supportOf(items[1]!, votes)).toBe(3);
    expect(inAgendaOrder(items, votes)[1]?.id).toBe('a2');
  });
});

describe('when a meeting becomes the next one', () => {
  test('then open points move to it and open decisions come back, once', () => {
    const rows = comesBack(
      next,
      {
        items: [item('a1'), item('a2', { state: 'treated' })],
        decisions: [decision('d1'), decision('d2'), decision('d3', { state: 'done' })],
        present: [item('a9', { kind: 'decision', decisionId: 'd2' as never, meetingId: next.id })],
      },
      context,
    );
    expect(rows.map(({ text, meetingId, version }) => [text, meetingId, version])).toEqual([
      ['a1', 'm2', 1],
      ['Besluit d1', 'm2', 0],
    ]);
  });

  test('then a decision that stands there already leaves the agenda it comes from', () => {
    const twice = { kind: 'decision' as const, decisionId: 'd2' as never };
    const present = [item('a9', { ...twice, meetingId: next.id })];
    const rows = comesBack(next, { items: [item('a1', twice)], decisions: [decision('d2')], present }, context);
    expect(rows).toMatchObject([{ id: 'a1', state: 'dropped' }]);
  });

  test('then what it decided itself does not come back to it', () => {
    const own = decision('d1', { meetingId: next.id });
    expect(comesBack(next, { items: [], decisions: [own], present: [] }, context)).toEqual([]);
  });
});

test('when nothing is planned, then open points wait', () => {
  const rows = waitAgain([item('a1', { meetingId: next.id }), item('a2', { meetingId: next.id, state: 'treated' })]);
  expect(rows).toMatchObject([{ id: 'a1', meetingId: null }]);
});
