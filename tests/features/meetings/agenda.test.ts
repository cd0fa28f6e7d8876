import { describe, expect, test } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import { addAgendaItem } from '../../../src/features/meetings/add-agenda-item.js';
import { dropAgendaItem } from '../../../src/features/meetings/drop-agenda-item.js';
import { putSignalOnAgenda } from '../../../src/features/meetings/put-signal-on-agenda.js';
import { supportItem } from '../../../src/features/meetings/support-item.js';
import { done, drawForm, errorsOf, refused, rowsOf } from './act.js';
import { an, bert, first, goingOn, inGroup, jan, meeting, outside, point, signal, uuid } from './world.js';

const of = { meetingId: meeting().id };
const later = meeting({
  id: uuid('e3'),
  number: 3,
  startsAt: new Date('2027-05-20T12:00:00Z'),
  endsAt: new Date('2027-05-20T14:00:00Z'),
});

describe('add-agenda-item', () => {
  const text = 'Wie begeleidt na de herfstvakantie?';

  test('when it is pressed on a meeting to come, then it goes there', async () => {
    const outcome = await done(addAgendaItem, {
      world: { meetings: [meeting(), later] },
      data: { meetingId: later.id, text },
    });
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([{ meetingId: later.id, text, personId: an.id, kind: 'item' }]);
    expect(outcome).toMatchObject({ refresh: [`meeting:${later.id}`], reply: { note: { key: 'agenda-added' } } });
    const [row] = rowsOf(outcome, 'agendaItem');
    expect(outcome.entries).toEqual([entry('meeting', later.id, 'point-added', { itemId: row!.id, kind: 'item' })]);
  });

  test('when it is typed anywhere, then it goes to the next one', async () => {
    const outcome = await done(addAgendaItem, { world: { meetings: [meeting(), later] }, data: { text } });
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([of]);
  });

  test('when that meeting is over, then it goes to the next one', async () => {
    const over = first();
    const outcome = await done(addAgendaItem, {
      world: { meetings: [over, meeting()] },
      data: { meetingId: over.id, text },
    });
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([of]);
  });

  test('when nothing is planned, then it waits', async () => {
    const outcome = await done(addAgendaItem, { world: { meetings: [] }, data: { text } });
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([{ meetingId: null }]);
    expect(outcome.reply).toMatchObject({ note: { key: 'agenda-waits' } });
    expect(outcome.entries).toEqual([]);
  });

  test('when the same is pressed twice, then it stands there once', async () => {
    const outcome = await done(addAgendaItem, { world: { items: [point(1, { text })] }, data: { ...of, text } });
    expect(outcome.changes).toBeUndefined();
  });

  test.each([
    ['', 'text-missing'],
    ['x'.repeat(301), 'too-long'],
    ['Bel 0478 12 34 56', 'personal'],
    ['Wat met Sofie Willems?', 'perhaps-personal'],
  ])('when “%s” is typed, then %s', async (typed, error) => {
    expect(await errorsOf(addAgendaItem, { world: {}, data: { ...of, text: typed } })).toEqual({ text: error });
  });

  test('when it names a member, or the writer says it is no pupil, then it is taken', async () => {
    for (const data of [{ text: 'Bert Claes licht toe' }, { text: 'Wat met Sofie Willems?', sure: 'true' }])
      expect(rowsOf(await done(addAgendaItem, { world: {}, data }), 'agendaItem')).toHaveLength(1);
  });

  test('then a phone number is never taken, whatever the writer says', async () => {
    const data = { text: 'Bel 0478 12 34 56', sure: 'true' };
    expect(await errorsOf(addAgendaItem, { world: {}, data })).toEqual({ text: 'personal' });
  });

  test('then who is outside is refused', async () => {
    expect(await refused(addAgendaItem, { world: {}, data: { text }, by: outside() })).toEqual({
      refused: 'only-workgroup',
    });
  });
});

describe('drop-agenda-item', () => {
  test('when an ordinary point is dropped, then it is gone', async () => {
    const outcome = await done(dropAgendaItem, { world: { items: [point(1)] }, data: { ...of, itemId: point(1).id } });
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([{ state: 'dropped' }]);
    expect(outcome.notices).toBeUndefined();
    expect(outcome.entries).toEqual([entry('meeting', of.meetingId, 'point-dropped', { itemId: point(1).id })]);
  });

  test('when a signal is dropped, then it goes back and the sender is told', async () => {
    const world = {
      items: [point(2, { kind: 'signal', signalId: signal().id })],
      signals: [signal({ state: 'on-agenda', meetingId: of.meetingId })],
    };
    const outcome = await done(dropAgendaItem, { world, data: { ...of, itemId: point(2).id } });
    expect(rowsOf(outcome, 'signal')).toMatchObject([{ state: 'new', meetingId: null }]);
    expect(outcome.notices).toMatchObject([{ view: 'signal-update', to: { person: jan.id } }]);
    expect(outcome.entries).toEqual([
      entry('meeting', of.meetingId, 'point-dropped', { itemId: point(2).id }),
      entry('signal', signal().id, 'off-agenda', {}),
    ]);
  });

  test('when nothing was chosen, or it is not there, then that is said', async () => {
    expect(await errorsOf(dropAgendaItem, { world: {}, data: of })).toEqual({ itemId: 'item-missing' });
    expect(await errorsOf(dropAgendaItem, { world: {}, data: { ...of, itemId: uuid('1') } })).toEqual({
      itemId: 'item-missing',
    });
  });

  test('when it was treated already, then nothing changes', async () => {
    const world = { items: [point(1, { state: 'treated' })] };
    expect((await done(dropAgendaItem, { world, data: { ...of, itemId: point(1).id } })).changes).toBeUndefined();
  });

  test('then it is refused after the meeting and to others', async () => {
    const data = { ...of, itemId: point(1).id };
    const held = { meetings: [meeting({ state: 'held' })] };
    expect(await refused(dropAgendaItem, { world: held, data })).toMatchObject({ refused: 'outdated' });
    expect(await refused(dropAgendaItem, { world: {}, data, by: outside() })).toEqual({ refused: 'only-workgroup' });
  });
});

describe('support-item', () => {
  const onSignal = point(2, { kind: 'signal', signalId: signal().id });
  const world = {
    items: [point(1), onSignal, point(3, { kind: 'decision' })],
    signals: [signal({ state: 'on-agenda' })],
    votes: { [point(1).id]: [bert.id], [signal().id]: [an.id] },
  };

  test('when the form opens, then what comes back anyway is left out and my own support is ticked', async () => {
    const data = (await drawForm(supportItem, '', { world, data: of }).data('nl')) as {
      choices: object[];
      typed: object;
    };
    expect(data.choices).toHaveLength(2);
    expect(data.typed).toEqual({ supported: onSignal.id });
  });

  test('when another is ticked, then that is supported and the first no more, there where it was given', async () => {
    const { changes, entries, refresh } = await done(supportItem, { world, data: { ...of, supported: point(1).id } });
    expect(changes).toEqual([
      { put: 'vote', row: { subjectId: point(1).id, personId: an.id } },
      { end: 'vote', row: { subjectId: onSignal.id, personId: an.id } },
      { end: 'vote', row: { subjectId: signal().id, personId: an.id } },
    ]);
    expect(refresh).toContain(`signal:${signal().id}:post`);
    expect(entries).toEqual([entry('meeting', of.meetingId, 'points-supported', { count: 2 })]);
  });

  test('when the same is saved again, then nothing changes', async () => {
    const given = { world, data: { ...of, supported: point(1).id }, by: inGroup(bert) };
    expect(await done(supportItem, given)).toMatchObject({ changes: [], entries: [] });
  });

  test('then it is over after the meeting, and not for others', async () => {
    const data = { ...of, supported: '' };
    const over = { meetings: [goingOn({ endsAt: new Date('2026-11-16T08:59:00Z') })] };
    expect(await refused(supportItem, { world: over, data })).toMatchObject({ refused: 'outdated' });
    expect(await refused(supportItem, { world, data, by: outside() })).toEqual({ refused: 'only-workgroup' });
  });
});

describe('put-signal-on-agenda', () => {
  const data = { signalId: signal().id };

  test('when a meeting is planned, then the signal stands on its agenda and the sender is told', async () => {
    const outcome = await done(putSignalOnAgenda, { world: { signals: [signal()] }, data });
    expect(rowsOf(outcome, 'signal')).toMatchObject([{ state: 'on-agenda', ...of }]);
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([{ ...of, kind: 'signal', signalId: signal().id }]);
    expect(outcome.notices).toMatchObject([{ view: 'signal-update', params: { what: 'on-agenda' } }]);
    const [row] = rowsOf(outcome, 'agendaItem');
    expect(outcome.entries).toEqual([
      entry('signal', signal().id, 'on-agenda', of),
      entry('meeting', of.meetingId, 'point-added', { itemId: row!.id, kind: 'signal' }),
    ]);
  });

  test('when none is, then it waits', async () => {
    const outcome = await done(putSignalOnAgenda, { world: { meetings: [], signals: [signal()] }, data });
    expect(rowsOf(outcome, 'signal')).toMatchObject([{ meetingId: null }]);
    expect(outcome.entries).toEqual([entry('signal', signal().id, 'on-agenda', { meetingId: null })]);
    expect(outcome.reply).toMatchObject({ note: { key: 'agenda-waits' } });
  });

  test('when it stands there already, then nothing changes', async () => {
    const world = { signals: [signal({ state: 'on-agenda' })] };
    expect((await done(putSignalOnAgenda, { world, data })).changes).toBeUndefined();
  });

  test('then a signal that is closed, or gone, is refused; and others are', async () => {
    const closed = { signals: [signal({ state: 'closed' })] };
    expect(await refused(putSignalOnAgenda, { world: closed, data })).toMatchObject({ refused: 'outdated' });
    expect(await refused(putSignalOnAgenda, { world: {}, data })).toEqual({ refused: 'not-found' });
    expect(await refused(putSignalOnAgenda, { world: { signals: [signal()] }, data, by: outside() })).toEqual({
      refused: 'only-workgroup',
    });
  });
});
