import { describe, expect, test } from '@jest/globals';
import { planMeetings } from '../../../src/features/meetings/plan-meetings.js';
import { done, drawForm, errorsOf, refused, rowsOf } from './act.js';
import { decision, first, meeting, outside, point, uuid } from './world.js';

const shared = { begin: '14:00', end: '16.00', location: 'Provinciehuis' };
const form = async (world: object, data = {}): Promise<Record<string, unknown>> =>
  (await drawForm(planMeetings, '', { world, data }).data('nl')) as Record<string, unknown>;

describe('given nothing is planned', () => {
  const world = { meetings: [] };

  test('when three days are chosen, then three meetings, each with a post and its reminders (R19)', async () => {
    const data = {
      ...shared,
      date1: '2026-12-10',
      date2: '11/2/2027',
      date3: '2027-05-20',
      begin3: '10u',
      end3: '12u30',
    };
    const outcome = await done(planMeetings, { world, data });
    expect(rowsOf(outcome, 'meeting')).toMatchObject([
      { number: 1, startsAt: new Date('2026-12-10T13:00:00Z'), location: 'Provinciehuis', sequence: 0, version: 0 },
      { number: 2, startsAt: new Date('2027-02-11T13:00:00Z'), endsAt: new Date('2027-02-11T15:00:00Z') },
      { number: 3, startsAt: new Date('2027-05-20T08:00:00Z'), endsAt: new Date('2027-05-20T10:30:00Z') },
    ]);
    expect(outcome.entries?.map(({ name, data }) => [name, data])).toEqual([
      ['planned', { startsAt: new Date('2026-12-10T13:00:00Z') }],
      ['planned', { startsAt: new Date('2027-02-11T13:00:00Z') }],
      ['planned', { startsAt: new Date('2027-05-20T08:00:00Z') }],
    ]);
    expect(outcome.notices?.map(({ view, to }) => [view, to])).toEqual(
      Array(3).fill(['meeting-post', { organisation: uuid('91') }]),
    );
    expect(outcome.dues).toHaveLength(15);
    expect(outcome.reply).toMatchObject({
      show: 'meeting-list',
      note: { key: 'meetings-planned', values: { count: 3 } },
    });
  });

  test('when only the second is known, then only that one is planned, with a location of its own', async () => {
    const outcome = await done(planMeetings, { world, data: { ...shared, date2: '2027-02-11', location2: 'Halle' } });
    expect(rowsOf(outcome, 'meeting')).toMatchObject([{ number: 2, location: 'Halle' }]);
  });

  test('when there is only a link, then it is online', async () => {
    const data = { ...shared, location: '', url: 'https://teams.example/x', date1: '2026-12-10' };
    expect(rowsOf(await done(planMeetings, { world, data }), 'meeting')).toMatchObject([
      { location: 'online', url: 'https://teams.example/x' },
    ]);
  });

  test('when a day is a holiday, then it is planned, with a warning', async () => {
    const outcome = await done(planMeetings, { world, data: { ...shared, date1: '2026-12-25' } });
    expect(outcome.reply).toMatchObject({ note: { key: 'meetings-planned-closed', values: { days: 'vr 25 dec.' } } });
  });

  test('when points and decisions waited, then they come to the first one', async () => {
    const waiting = { ...world, items: [point(1, { meetingId: null })], decisions: [decision()] };
    const outcome = await done(planMeetings, { world: waiting, data: { ...shared, date2: '2026-12-10' } });
    const [planned] = rowsOf(outcome, 'meeting');
    expect(rowsOf(outcome, 'agendaItem').map(({ kind, meetingId }) => [kind, meetingId])).toEqual([
      ['item', planned!['id']],
      ['decision', planned!['id']],
    ]);
  });

  test.each([
    [{}, { date1: 'date-missing' }],
    [{ ...shared, date1: '2026-11-02' }, { date1: 'date-passed' }],
    [{ ...shared, date1: '2027-09-02' }, { date1: 'other-year' }],
    [{ date1: '2026-12-10' }, { begin: 'begin-missing' }],
    [{ begin: '14:00', date1: '2026-12-10' }, { end: 'end-missing' }],
    [{ begin: '14:00', end: '16:00', date1: '2026-12-10' }, { location: 'location-missing' }],
    [{ ...shared, date1: '2026-12-10', end1: '13:00' }, { end1: 'end-first' }],
    [{ ...shared, date1: '2026-12-10', date2: '2026-12-10' }, { date2: 'same-time' }],
    [{ ...shared, date1: '2026-12-10', date2: '2026-12-03' }, { date2: 'wrong-order' }],
    [{ ...shared, location1: 'Halle' }, { date1: 'date-missing' }],
    [{ date1: '31/2/2027' }, { date1: 'no-such-date' }],
    [{ begin: 'na de middag' }, { begin: 'time-wrong' }],
    [{ begin: '25:00' }, { begin: 'time-wrong' }],
    [{ url: 'javascript:alert(1)' }, { url: 'url-wrong' }],
    [{ location: 'x'.repeat(121) }, { location: 'location-long' }],
  ])('when %j is typed, then %j', async (data, errors) => {
    expect(await errorsOf(planMeetings, { world, data })).toEqual(errors);
  });
});

describe('given some are planned', () => {
  const planned = [first({ state: 'held' }), meeting()];

  test('when the form opens, then they stand there and only the third is asked', async () => {
    const data = await form({ meetings: planned });
    expect(data).toMatchObject({ schoolYear: '2026-2027', meeting1: null, meeting2: null, meeting3: 'Vergadering 3' });
    expect(data['planned']).toMatchObject([{ state: '✓ Gehouden' }, { state: '◌ Gepland' }]);
  });

  test('when one was cancelled, then its number can be planned again', async () => {
    expect(await form({ meetings: [first({ state: 'cancelled' })] })).toMatchObject({ meeting1: 'Vergadering 1' });
  });

  test('when all three are, then the next school year is offered, and this one on request', async () => {
    const meetings = [...planned, meeting({ id: uuid('e3'), number: 3 })];
    expect(await form({ meetings })).toMatchObject({ schoolYear: '2027-2028' });
    expect(await form({ meetings }, { schoolYear: '2026-2027' })).toMatchObject({
      isFree: false,
      otherYear: '2027-2028',
    });
  });
});

test('somebody outside the working group is refused', async () => {
  expect(await refused(planMeetings, { world: {}, by: outside() })).toEqual({ refused: 'only-workgroup' });
});
