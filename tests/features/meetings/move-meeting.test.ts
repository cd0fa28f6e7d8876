import { describe, expect, test } from '@jest/globals';
import type { SignalId } from '../../../src/domain/ids.js';
import { entry } from '../../../src/domain/timeline/entries.js';
import { cancelMeeting } from '../../../src/features/meetings/cancel-meeting.js';
import { closeMeeting } from '../../../src/features/meetings/close-meeting.js';
import { moveMeeting } from '../../../src/features/meetings/move-meeting.js';
import { done, drawForm, errorsOf, refused, rowsOf } from './act.js';
import {
  atDesk,
  bert,
  decision,
  first,
  goingOn,
  guest,
  meeting,
  outside,
  point,
  signal,
  takesPart,
  uuid,
} from './world.js';

const of = { meetingId: meeting().id };
const same = { date: '2027-01-14', begin: '14:00', end: '16:00', location: meeting().location };
const card = { view: 'meeting-card', with: of };
const later = meeting({
  id: uuid('e3'),
  number: 3,
  startsAt: new Date('2027-05-20T12:00:00Z'),
  endsAt: new Date('2027-05-20T14:00:00Z'),
});

describe('move-meeting', () => {
  test('when the form opens, then it shows what stands', async () => {
    expect(await drawForm(moveMeeting, '', { world: {}, data: of }).data('nl')).toMatchObject({
      typed: { date: '2027-01-14', begin: '14:00', end: '16:00', location: 'Provinciehuis, Leuven', url: null },
    });
  });

  test('when the day changes, then old and new are told, the reminders move, and who comes is asked anew', async () => {
    const world = { participants: [takesPart(bert), guest()] };
    const outcome = await done(moveMeeting, { world, data: { ...of, ...same, date: '2027-01-21' }, by: atDesk() });
    expect(rowsOf(outcome, 'meeting')).toMatchObject([{ startsAt: new Date('2027-01-21T13:00:00Z'), sequence: 1 }]);
    expect(rowsOf(outcome, 'participant')).toMatchObject([{ name: bert.name, answer: null }]);
    const to = new Date('2027-01-21T13:00:00Z');
    expect(outcome.entries).toEqual([
      entry('meeting', of.meetingId, 'moved', { what: 'time', from: meeting().startsAt, to }),
    ]);
    expect(outcome.notices).toEqual([
      {
        key: `meeting:${of.meetingId}:update:moved:1`,
        view: 'meeting-update',
        params: {
          ...of,
          what: 'moved',
          was: ['2027-01-14T13:00:00.000Z', '2027-01-14T15:00:00.000Z'],
          became: ['2027-01-21T13:00:00.000Z', '2027-01-21T15:00:00.000Z'],
        },
        to: { under: `meeting:${of.meetingId}` },
      },
    ]);
    expect(outcome.dues?.map(({ key, at }) => [key.split(':').at(-1), at.toISOString()])).toEqual([
      ['three-weeks', '2026-12-31T08:00:00.000Z'],
      ['three-days', '2027-01-18T08:00:00.000Z'],
      ['same-day', '2027-01-21T07:00:00.000Z'],
      ['begins', '2027-01-21T13:00:00.000Z'],
      ['ends', '2027-01-21T15:00:00.000Z'],
    ]);
    expect(outcome.refresh).toContain(`meeting:${of.meetingId}:remind:three-weeks:2027-01-14`);
  });

  test('when a reminder went out for the old day, then it is settled and not repeated', async () => {
    const reminded = [{ which: 'three-weeks' as const, startsAt: meeting().startsAt.toISOString() }];
    const data = { ...of, ...same, date: '2027-01-21' };
    const outcome = await done(moveMeeting, { world: { meetings: [meeting({ reminded })] }, data });
    expect(outcome.settled).toEqual([`meeting:${of.meetingId}:remind:three-weeks`]);
  });

  test('when only the location changes, then the answers and reminders stay', async () => {
    const world = { participants: [takesPart(bert)] };
    const outcome = await done(moveMeeting, { world, data: { ...of, ...same, location: 'Halle' } });
    expect(outcome).not.toHaveProperty('dues');
    expect(rowsOf(outcome, 'participant')).toEqual([]);
    expect(outcome.notices?.[0]?.params).toMatchObject({ what: 'relocated' });
    expect(outcome.entries).toMatchObject([{ name: 'moved', data: { what: 'location' } }]);
  });

  test('when nothing changes, then nothing happens', async () => {
    expect(await done(moveMeeting, { world: {}, data: { ...of, ...same } })).toEqual({
      reply: { show: card.view, with: of },
    });
  });

  test('when the day is a holiday, then it is said', async () => {
    const outcome = await done(moveMeeting, { world: {}, data: { ...of, ...same, date: '2027-05-06' } });
    expect(outcome.reply).toMatchObject({ note: { key: 'meeting-moved-closed' } });
  });

  test.each([
    ['2026-11-02', 'date-passed'],
    ['2026-11-20', null],
    ['2027-06-20', 'wrong-order'],
  ])('when it is to be on %s, then %s', async (date, error) => {
    const world = { meetings: [meeting(), later] };
    expect(await errorsOf(moveMeeting, { world, data: { ...of, ...same, date } })).toEqual(
      error === null ? undefined : { date: error },
    );
  });

  test('then who is outside, or comes too late, is refused', async () => {
    expect(await refused(moveMeeting, { world: {}, data: of, by: outside() })).toEqual({ refused: 'only-workgroup' });
    const world = { meetings: [meeting({ state: 'held' })] };
    expect(await refused(moveMeeting, { world, data: of })).toEqual({ refused: 'outdated', show: card });
    expect(await refused(moveMeeting, { world: { meetings: [] }, data: of })).toEqual({ refused: 'not-found' });
  });
});

describe('cancel-meeting', () => {
  test('when it is cancelled, then its points wait for the next one and no reminder comes', async () => {
    const world = {
      meetings: [meeting(), later],
      items: [point(1), point(2, { kind: 'signal', signalId: signal().id })],
      signals: [signal({ state: 'on-agenda', meetingId: meeting().id })],
    };
    const outcome = await done(cancelMeeting, { world, data: of });
    expect(rowsOf(outcome, 'meeting')).toMatchObject([{ state: 'cancelled', sequence: 1 }]);
    expect(rowsOf(outcome, 'agendaItem').map(({ meetingId }) => meetingId)).toEqual([later.id, later.id]);
    expect(rowsOf(outcome, 'signal')).toMatchObject([{ state: 'on-agenda', meetingId: later.id }]);
    expect(outcome.dues).toEqual([]);
    expect(outcome.settled).toHaveLength(5);
    expect(outcome.notices).toMatchObject([{ view: 'meeting-update', params: { what: 'cancelled' } }]);
    expect(outcome.entries).toEqual([
      entry('meeting', of.meetingId, 'cancelled', {}),
      entry('meeting', later.id, 'points-brought', { count: 2 }),
      entry('signal', rowsOf(outcome, 'signal')[0]!['id'] as SignalId, 'moved-along', { meetingId: later.id }),
    ]);
  });

  test('when nothing else is planned, then they wait', async () => {
    const outcome = await done(cancelMeeting, { world: { items: [point(1)] }, data: of });
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([{ meetingId: null }]);
  });

  test('when it is pressed twice, then the second shows how it stands', async () => {
    const world = { meetings: [meeting({ state: 'cancelled' })] };
    expect(await done(cancelMeeting, { world, data: of })).toEqual({ reply: { show: card.view, with: of } });
  });

  test('then what was held is not cancelled', async () => {
    const world = { meetings: [meeting({ state: 'held' })] };
    expect(await refused(cancelMeeting, { world, data: of })).toEqual({ refused: 'outdated', show: card });
    expect(await refused(cancelMeeting, { world: {}, data: of, by: outside() })).toEqual({ refused: 'only-workgroup' });
  });
});

describe('close-meeting', () => {
  const world = {
    meetings: [first({ state: 'held' }), goingOn(), later],
    items: [point(1, { state: 'treated' }), point(2)],
    decisions: [decision({ meetingId: goingOn().id })],
  };

  test('when it is closed, then what is left and what was decided goes to the next one, and the minutes are told', async () => {
    const outcome = await done(closeMeeting, { world, data: of });
    expect(rowsOf(outcome, 'meeting')).toMatchObject([{ state: 'held' }]);
    expect(rowsOf(outcome, 'agendaItem').map(({ kind, meetingId }) => [kind, meetingId])).toEqual([
      ['item', later.id],
      ['decision', later.id],
    ]);
    expect(outcome.notices).toMatchObject([{ view: 'meeting-update', params: { what: 'closed' } }]);
    expect(outcome.entries).toEqual([
      entry('meeting', of.meetingId, 'held', {}),
      entry('meeting', later.id, 'points-brought', { count: 2 }),
    ]);
    expect(outcome.refresh).toContain(`meeting:${later.id}`);
  });

  test('when it is pressed twice, then the second shows how it stands', async () => {
    const held = { meetings: [goingOn({ state: 'held' })] };
    expect(await done(closeMeeting, { world: held, data: of })).toEqual({ reply: { show: card.view, with: of } });
  });

  test('then it is not closed before it begins, nor when it was cancelled, nor by others', async () => {
    expect(await refused(closeMeeting, { world: {}, data: of })).toEqual({ refused: 'meeting-to-come', show: card });
    const cancelled = { meetings: [goingOn({ state: 'cancelled' })] };
    expect(await refused(closeMeeting, { world: cancelled, data: of })).toEqual({ refused: 'outdated', show: card });
    expect(await refused(closeMeeting, { world, data: of, by: outside() })).toEqual({ refused: 'only-workgroup' });
  });
});
