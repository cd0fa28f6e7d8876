import { describe, expect, test } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import { attendMeeting } from '../../../src/features/meetings/attend-meeting.js';
import { inviteGuest } from '../../../src/features/meetings/invite-guest.js';
import { recordAttendance } from '../../../src/features/meetings/record-attendance.js';
import { recordDecision } from '../../../src/features/meetings/record-decision.js';
import { recordNotes } from '../../../src/features/meetings/record-notes.js';
import { settleDecision } from '../../../src/features/meetings/settle-decision.js';
import { done, drawForm, errorsOf, refused, rowsOf } from './act.js';
import {
  an,
  bert,
  decision,
  goingOn,
  guest,
  inGroup,
  jan,
  meeting,
  outside,
  point,
  signal,
  silent,
  takesPart,
  uuid,
} from './world.js';

const of = { meetingId: meeting().id };
const now = { meetings: [goingOn()] };

describe('attend-meeting', () => {
  const coming = { ...of, answer: 'coming' };

  test('when somebody answers, then that stands on the post, with for whom he or she comes', async () => {
    const outcome = await done(attendMeeting, { world: {}, data: coming, by: inGroup(bert) });
    expect(rowsOf(outcome, 'participant')).toMatchObject([
      { personId: bert.id, organisation: 'NAFT-Leerrecht Oost', answer: 'coming', version: 0 },
    ]);
    expect(outcome.refresh).toEqual([`meeting:${of.meetingId}`]);
    expect(outcome.entries).toEqual([entry('meeting', of.meetingId, 'attendance-answered', { answer: 'coming' })]);
  });

  test('when the answer changes it is the same line; when it is the same, nothing changes', async () => {
    const world = { participants: [takesPart(an)] };
    const changed = await done(attendMeeting, { world, data: { ...of, answer: 'not-coming' } });
    expect(rowsOf(changed, 'participant')).toMatchObject([{ id: takesPart(an).id, answer: 'not-coming', version: 1 }]);
    expect((await done(attendMeeting, { world, data: coming })).changes).toBeUndefined();
  });

  test('then it is refused when it is over, and to others', async () => {
    const held = { meetings: [meeting({ state: 'held' })] };
    expect(await refused(attendMeeting, { world: held, data: coming })).toMatchObject({ refused: 'outdated' });
    expect(await refused(attendMeeting, { world: {}, data: coming, by: outside() })).toEqual({
      refused: 'only-workgroup',
    });
    expect(await refused(attendMeeting, { world: { meetings: [] }, data: coming })).toEqual({ refused: 'not-found' });
  });
});

describe('invite-guest', () => {
  const data = { ...of, guestName: ' Karel  Gast ', guestOrganisation: 'VDAB' };

  test('when a guest is added, then he stands on the list as coming', async () => {
    const outcome = await done(inviteGuest, { world: {}, data });
    expect(rowsOf(outcome, 'participant')).toMatchObject([
      { name: 'Karel Gast', organisation: 'VDAB', guest: true, personId: null, answer: 'coming', invitedBy: an.id },
    ]);
    expect(outcome.entries).toMatchObject([{ id: of.meetingId, name: 'guest-invited' }]);
    expect(JSON.stringify(outcome.entries)).not.toContain('Karel');
  });

  test('when he stands there already, then once is enough', async () => {
    expect((await done(inviteGuest, { world: { participants: [guest()] }, data })).changes).toBeUndefined();
  });

  test('when something is missing or too much, then that is said', async () => {
    expect(await errorsOf(inviteGuest, { world: {}, data: of })).toEqual({
      guestName: 'name-missing',
      guestOrganisation: 'organisation-missing',
    });
    const participants = Array.from({ length: 60 }, (_none, index) =>
      guest({ id: uuid(`b8${index}`), name: `Gast ${index}` }),
    );
    expect(await errorsOf(inviteGuest, { world: { participants }, data })).toEqual({ guestName: 'too-many' });
  });

  test('then it is refused after the meeting, and to others', async () => {
    const held = { meetings: [meeting({ state: 'held' })] };
    expect(await refused(inviteGuest, { world: held, data })).toMatchObject({ refused: 'outdated' });
    expect(await refused(inviteGuest, { world: {}, data, by: outside() })).toEqual({ refused: 'only-workgroup' });
  });
});

describe('record-attendance', () => {
  const world = { ...now, participants: [takesPart(an), takesPart(bert, { answer: 'not-coming' }), guest()] };

  test('when the form opens, then who said to come is ticked, and the silent members can be', async () => {
    const data = (await drawForm(recordAttendance, '', { world, data: of }).data('nl')) as {
      choices: { title: string }[];
      typed: { present: string };
    };
    expect(data.choices.map(({ title }) => title)).toContain(silent.name);
    expect(data.typed.present.split(',')).toEqual([takesPart(an).id, guest().id]);
  });

  test('when it is noted, then members, guests and those who never answered stand as they were', async () => {
    const outcome = await done(recordAttendance, { world, data: { ...of, present: `${guest().id},${silent.id}` } });
    expect(rowsOf(outcome, 'participant').map(({ name, attended }) => [name, attended])).toEqual([
      [an.name, false],
      [bert.name, false],
      ['Karel Gast', true],
      [silent.name, true],
    ]);
    expect(outcome.entries).toEqual([entry('meeting', of.meetingId, 'attendance-noted', { present: 2 })]);
  });

  test('then not before the meeting, not after, not by others', async () => {
    expect(await refused(recordAttendance, { world: {}, data: of })).toMatchObject({ refused: 'meeting-to-come' });
    const held = { meetings: [goingOn({ state: 'held' })] };
    expect(await refused(recordAttendance, { world: held, data: of })).toMatchObject({ refused: 'outdated' });
    expect(await refused(recordAttendance, { world, data: of, by: outside() })).toEqual({ refused: 'only-workgroup' });
  });
});

describe('record-notes', () => {
  const onSignal = point(2, { kind: 'signal', signalId: signal().id });
  const world = { ...now, items: [point(1), onSignal], signals: [signal({ state: 'on-agenda' })] };

  test('when a point is noted, then it is treated and the next one follows', async () => {
    const outcome = await done(recordNotes, {
      world,
      data: { ...of, itemId: point(1).id, then: 'next', notes: ' Besproken. ' },
    });
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([{ id: point(1).id, notes: 'Besproken.', state: 'treated' }]);
    expect(outcome.entries).toEqual([entry('meeting', of.meetingId, 'point-treated', { itemId: point(1).id })]);
    expect(outcome.reply).toMatchObject({ form: 'record-notes', with: { itemId: onSignal.id } });
  });

  test('when a signal is noted, then it is discussed and the sender is told, once', async () => {
    const data = { ...of, itemId: onSignal.id, notes: '' };
    const outcome = await done(recordNotes, { world, data });
    expect(rowsOf(outcome, 'signal')).toMatchObject([{ state: 'discussed' }]);
    expect(outcome.notices).toMatchObject([{ params: { what: 'discussed' }, to: { person: jan.id } }]);
    expect(outcome.entries).toContainEqual(entry('signal', signal().id, 'discussed', { meetingId: null }));
    const again = { ...world, items: [{ ...onSignal, state: 'treated' as const }] };
    expect((await done(recordNotes, { world: again, data })).notices).toEqual([]);
  });

  test('when a decision is to be noted, then its form follows; at the end the card', async () => {
    const then = async (last: string) =>
      (await done(recordNotes, { world, data: { ...of, itemId: onSignal.id, then: last } })).reply;
    expect(await then('decide')).toMatchObject({ form: 'record-decision', with: { itemId: onSignal.id } });
    expect(await then('next')).toMatchObject({ show: 'meeting-card' });
  });

  test('when somebody else than those who take part is named, or a number stands in it, then that is said', async () => {
    const errors = async (notes: string) => errorsOf(recordNotes, { world, data: { ...of, notes } });
    expect(await errors('Sofie Willems belt terug')).toEqual({ notes: 'perhaps-personal' });
    expect(await errors('Bert Claes belt 0478 12 34 56')).toEqual({ notes: 'personal' });
    expect(await errors('Bert Claes belt terug')).toBeUndefined();
    const mixed = {
      ...world,
      members: [
        { ...an, name: 'Sofie Peeters' },
        { ...bert, name: 'Jan Willems' },
      ],
    };
    expect(await errorsOf(recordNotes, { world: mixed, data: { ...of, notes: 'Sofie Willems belt terug' } })).toEqual({
      notes: 'perhaps-personal',
    });
    expect(await errors('x'.repeat(2001))).toEqual({ notes: 'too-long' });
  });

  test('then it is refused before the meeting, with an empty agenda, after it, and to others', async () => {
    expect(await refused(recordNotes, { world: { items: [point(1)] }, data: of })).toMatchObject({
      refused: 'meeting-to-come',
    });
    expect(await refused(recordNotes, { world: now, data: of })).toMatchObject({ refused: 'outdated' });
    const held = { ...world, meetings: [goingOn({ state: 'held' })] };
    expect(await refused(recordNotes, { world: held, data: of })).toMatchObject({ refused: 'outdated' });
    expect(await refused(recordNotes, { world, data: of, by: outside() })).toEqual({ refused: 'only-workgroup' });
  });
});

describe('record-decision', () => {
  const world = { ...now, items: [point(1), point(2)], participants: [guest()] };
  const data = { ...of, itemId: point(1).id, text: 'Brief schrijven', ownerId: bert.id, dueOn: '2026-12-18' };

  test('when it is noted, then its owner is reminded a week before, and the minutes go on', async () => {
    const outcome = await done(recordDecision, { world, data });
    const [row] = rowsOf(outcome, 'decision');
    expect(row).toMatchObject({ ownerId: bert.id, ownerName: bert.name, dueOn: '2026-12-18', state: 'open' });
    const decisionId = row!.id;
    expect(outcome.entries).toEqual([
      entry('meeting', of.meetingId, 'decision-made', { decisionId, dueOn: '2026-12-18' }),
    ]);
    expect(outcome.dues).toMatchObject([{ job: 'remind-decision', at: new Date('2026-12-11T08:00:00Z') }]);
    expect(outcome.reply).toMatchObject({ form: 'record-notes', with: { itemId: point(2).id } });
  });

  test('when somebody without account owns it, or it has no date, then nobody is reminded', async () => {
    const named = await done(recordDecision, {
      world,
      data: { ...of, text: 'Iets', ownerName: 'Karel Gast', dueOn: '2026-12-18' },
    });
    expect(rowsOf(named, 'decision')).toMatchObject([{ ownerId: null, ownerName: 'Karel Gast' }]);
    expect(named).toMatchObject({ dues: [], reply: { show: 'meeting-card' } });
    expect((await done(recordDecision, { world, data: { ...data, dueOn: '' } })).dues).toEqual([]);
    expect((await done(recordDecision, { world, data: { ...data, dueOn: '2026-11-20' } })).dues).toEqual([]);
  });

  test('when the same is pressed twice, then it stands there once', async () => {
    const there = decision({ meetingId: of.meetingId, agendaItemId: point(1).id, text: 'Brief schrijven' });
    expect((await done(recordDecision, { world: { ...world, decisions: [there] }, data })).changes).toBeUndefined();
  });

  test.each([
    [{ text: '' }, { text: 'text-missing' }],
    [{ text: 'Bel 0478 12 34 56' }, { text: 'personal' }],
    [{ ownerId: '' }, { ownerId: 'owner-missing' }],
    [{ ownerId: uuid('zz') }, { ownerId: 'owner-missing' }],
    [{ dueOn: '2026-11-15' }, { dueOn: 'date-passed' }],
    [{ dueOn: 'ooit' }, { dueOn: 'date-unreadable' }],
  ])('when %j is typed, then %j', async (over, errors) => {
    expect(await errorsOf(recordDecision, { world, data: { ...data, ...over } })).toEqual(errors);
  });

  test('then it is refused before and after the meeting, and to others', async () => {
    expect(await refused(recordDecision, { world: {}, data })).toMatchObject({ refused: 'meeting-to-come' });
    const held = { meetings: [goingOn({ state: 'held' })] };
    expect(await refused(recordDecision, { world: held, data })).toMatchObject({ refused: 'outdated' });
    expect(await refused(recordDecision, { world, data, by: outside() })).toEqual({ refused: 'only-workgroup' });
  });
});

describe('settle-decision', () => {
  const onAgenda = point(3, { kind: 'decision', decisionId: decision().id });
  const world = { items: [onAgenda], decisions: [decision()] };
  const data = { decisionId: decision().id };

  test('when it is done, then it leaves the agenda and nobody is reminded', async () => {
    const outcome = await done(settleDecision, { world, data: { ...data, result: 'done', report: 'Verstuurd.' } });
    expect(rowsOf(outcome, 'decision')).toMatchObject([{ state: 'done', report: 'Verstuurd.' }]);
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([{ state: 'dropped' }]);
    expect(outcome).toMatchObject({
      entries: [
        entry('meeting', decision().meetingId, 'decision-closed', { decisionId: decision().id, result: 'done' }),
        { name: 'point-dropped' },
      ],
      settled: [`decision:${decision().id}:remind`],
      refresh: [`meeting:${of.meetingId}`],
    });
  });

  test('when it is dropped, then why is asked', async () => {
    expect(await errorsOf(settleDecision, { world, data: { ...data, result: 'dropped' } })).toEqual({
      report: 'report-missing',
    });
    expect(await errorsOf(settleDecision, { world, data })).toEqual({ result: 'result-missing' });
    const personal = { ...data, result: 'done', report: 'Bel 0478 12 34 56' };
    expect(await errorsOf(settleDecision, { world, data: personal })).toEqual({ report: 'personal' });
  });

  test('when it was settled so already, then the list shows it; when otherwise, it is refused', async () => {
    const settled = { decisions: [decision({ state: 'done' as const })] };
    expect(await done(settleDecision, { world: settled, data: { ...data, result: 'done' } })).toEqual({
      reply: { show: 'decision-list', with: {} },
    });
    const other = { ...data, result: 'dropped', report: 'Toch niet.' };
    expect(await refused(settleDecision, { world: settled, data: other })).toMatchObject({ refused: 'outdated' });
    expect(await refused(settleDecision, { world, data: other, by: outside() })).toEqual({ refused: 'only-workgroup' });
    expect(await refused(settleDecision, { world: {}, data: other })).toEqual({ refused: 'not-found' });
  });
});
