import { describe, expect, test } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import type { MeetingId, SignalId } from '../../../src/domain/ids.js';
import { mergeSignals } from '../../../src/features/signals/merge-signals.js';
import { monday10 } from '../../support/given.js';
import { an, atClb, done, els, openForm, pointOf, press, sent, stored, uuid, wim } from './world.js';

const signal = sent();
const target = sent({ id: uuid<SignalId>('52'), reference: 'S-2026-002', personId: els.id, version: 4 });
const child = sent({
  id: uuid<SignalId>('53'),
  reference: 'S-2026-003',
  state: 'merged',
  mergedInto: signal.id,
  personId: wim.id,
});
const data = { signalId: signal.id, into: target.id };
const world = { signals: [signal, target, child], votes: { [signal.id]: [wim.id] } };

describe('a signal about the same', () => {
  test('goes into another with its votes and with what was merged into it', async () => {
    const outcome = await done(mergeSignals, { data, world });
    expect(stored(outcome)).toEqual([
      { ...signal, state: 'merged', mergedInto: target.id, updatedAt: monday10 },
      { ...target, updatedAt: monday10 },
      { ...child, mergedInto: target.id },
    ]);
    expect(outcome.changes).toContainEqual({ put: 'vote', row: { subjectId: target.id, personId: wim.id } });
    expect(outcome.changes).toContainEqual({ end: 'vote', row: { subjectId: signal.id, personId: wim.id } });
    expect(outcome.refresh).toEqual([`signal:${signal.id}:post`, `signal:${target.id}:post`]);
    expect(outcome.reply).toEqual({ show: 'signal-card', with: { signalId: target.id } });
    expect(outcome.entries).toEqual([
      entry('signal', signal.id, 'merged', { into: target.id }),
      entry('signal', target.id, 'joined', { from: signal.id }),
    ]);
  });

  test('tells its own sender and those of what was merged into it', async () => {
    const { notices = [] } = await done(mergeSignals, { data, world });
    expect(notices.map(({ to, params }) => [to, params])).toEqual([
      [{ person: an.id }, { signalId: signal.id, what: 'merged' }],
      [{ person: wim.id }, { signalId: child.id, what: 'merged', by: signal.id }],
    ]);
  });

  test('on an agenda goes only with another of that agenda, and its point is dropped', async () => {
    const meetingId = uuid<MeetingId>('b1');
    const onAgenda = sent({ state: 'on-agenda', meetingId });
    const point = pointOf(signal, meetingId);
    const gone = await press(mergeSignals, { data, world: { signals: [onAgenda, target] } });
    expect(gone).toMatchObject({ reply: { form: 'merge-signals', errors: { into: 'into-gone' } } });
    const outcome = await done(mergeSignals, {
      data,
      world: { signals: [onAgenda, { ...target, state: 'on-agenda', meetingId }], items: [point] },
    });
    expect(outcome.changes).toContainEqual({ put: 'agendaItem', row: { ...point, state: 'dropped' } });
    expect(outcome.refresh).toContain(`meeting:${meetingId}`);
  });
});

describe('merging is refused', () => {
  test('without a choice, into itself, and into what is closed', async () => {
    expect(await press(mergeSignals, { data: { signalId: signal.id }, world })).toEqual({
      errors: { into: 'into-missing' },
    });
    const closed = { signals: [signal, { ...target, state: 'closed' as const }] };
    for (const given of [
      { data: { ...data, into: signal.id }, world },
      { data, world: closed },
    ])
      expect(await press(mergeSignals, given)).toMatchObject({ reply: { errors: { into: 'into-gone' } } });
  });

  test('to others, of what is not there, and of what was answered', async () => {
    expect(await press(mergeSignals, { by: atClb(), data, world })).toEqual({ refused: 'only-workgroup' });
    expect(await press(mergeSignals, { data })).toEqual({ refused: 'not-found' });
    const answered = { signals: [sent({ state: 'answered' }), target] };
    expect(await press(mergeSignals, { data, world: answered })).toMatchObject({ refused: 'outdated' });
  });

  test('not when the press comes again: the present state', async () => {
    const merged = { signals: [sent({ state: 'merged', mergedInto: target.id }), target] };
    expect(await press(mergeSignals, { data, world: merged })).toEqual({
      reply: { show: 'signal-card', with: { signalId: signal.id } },
    });
  });
});

test('a long text is cut in the list of choices', async () => {
  const long = sent({ id: uuid<SignalId>('54'), reference: 'S-2026-004', text: 'woord '.repeat(60) });
  const form = await openForm(mergeSignals, { data, world: { signals: [signal, long] } });
  const [choice] = form['choices'] as { title: string }[];
  expect(choice?.title).toMatch(/^S-2026-004 · woord .*…$/);
});
