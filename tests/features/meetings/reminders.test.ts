import { describe, expect, test } from '@jest/globals';
import { decisionReminder } from '../../../src/features/meetings/decision-reminder.js';
import { meetingReminder } from '../../../src/features/meetings/meeting-reminder.js';
import { remindDecision } from '../../../src/features/meetings/remind-decision.job.js';
import { remindMeeting } from '../../../src/features/meetings/remind-meeting.job.js';
import { fill, rowsOf, work } from './act.js';
import { bert, decision, first, inGroup, meeting, outside, point, silent, uuid } from './world.js';

const of = { meetingId: meeting().id };
const startsAt = meeting().startsAt.toISOString();
const three = { weeks: new Date('2026-12-24T08:00:30Z'), days: new Date('2027-01-11T08:00:30Z') };

describe('remind-meeting', () => {
  test('when three weeks are left, then one post in the channel, noted as sent', async () => {
    const outcome = await work(remindMeeting, { ...of, which: 'three-weeks' }, {}, three.weeks);
    expect(outcome.notices).toEqual([
      {
        key: `meeting:${of.meetingId}:remind:three-weeks:2027-01-14`,
        view: 'meeting-reminder',
        params: { ...of, which: 'three-weeks', startsAt },
        to: { organisation: uuid('91') },
      },
    ]);
    expect(rowsOf(outcome, 'meeting')).toMatchObject([{ reminded: [{ which: 'three-weeks', startsAt }] }]);
  });

  test('when three days are left, then the pack goes in the thread as well', async () => {
    const { notices } = await work(remindMeeting, { ...of, which: 'three-days' }, {}, three.days);
    expect(notices?.map(({ view, to }) => [view, to])).toEqual([
      ['meeting-reminder', { organisation: uuid('91') }],
      ['pack-summary', { under: `meeting:${of.meetingId}` }],
    ]);
  });

  test('when the meeting before was never closed, then its open decisions come to the agenda all the same', async () => {
    const world = { meetings: [first(), meeting()], decisions: [decision()], items: [point(1)] };
    const outcome = await work(remindMeeting, { ...of, which: 'three-weeks' }, world, three.weeks);
    expect(rowsOf(outcome, 'agendaItem')).toMatchObject([{ kind: 'decision', decisionId: decision().id, ...of }]);
  });

  test('when it was sent, is not its turn, is too late, or the meeting is off, then nothing', async () => {
    const nothing = async (which: string, world: object, now: Date) =>
      expect(await work(remindMeeting, { ...of, which }, world, now)).toEqual({});
    await nothing(
      'three-weeks',
      { meetings: [meeting({ reminded: [{ which: 'three-weeks', startsAt }] })] },
      three.weeks,
    );
    await nothing('three-weeks', {}, three.days);
    await nothing('three-days', {}, three.weeks);
    await nothing('same-day', {}, new Date('2027-01-14T14:00:00Z'));
    await nothing('same-day', { meetings: [meeting({ state: 'cancelled' })] }, new Date('2027-01-14T07:00:00Z'));
    await nothing('same-day', { meetings: [] }, three.days);
  });
});

describe('meeting-reminder', () => {
  const shown = async (which: string, world: object) =>
    (await fill(meetingReminder, { ...of, which, startsAt }, world)).data as Record<string, unknown>;

  test('three weeks before it asks for points; three days before it has agenda and pack', async () => {
    const world = { items: [point(1)] };
    expect(await shown('three-weeks', world)).toMatchObject({ bring: true, agenda: [], pack: null });
    expect(await shown('three-days', world)).toMatchObject({ bring: false, agenda: [{ text: 'Punt 1' }] });
    expect((await shown('three-days', world))['pack']).toContain('meeting-pack');
  });

  test('when the meeting moved or is off, then it says so and has no buttons but to look', async () => {
    const moved = await shown('three-days', { meetings: [meeting({ startsAt: new Date('2027-01-21T13:00:00Z') })] });
    expect(moved).toMatchObject({ isLive: false, agenda: [], invitation: null });
    expect(moved['outdated']).toContain('do 21 jan. 2027');
    expect(await shown('three-days', { meetings: [meeting({ state: 'cancelled' })] })).toMatchObject({
      outdated: 'Deze vergadering gaat niet door.',
    });
  });

  test('says in the toast when and which', async () => {
    expect((await fill(meetingReminder, { ...of, which: 'same-day', startsAt }, {})).summary).toBe(
      'Vandaag: Vergadering 2, do 14 jan. 2027, 14–16 u.',
    );
  });
});

describe('remind-decision', () => {
  const subject = { decisionId: decision().id };
  const key = `decision:${decision().id}:remind`;

  test('when the owner has a chat, then there; otherwise in the thread with a mention', async () => {
    const now = new Date('2026-12-11T08:00:00Z');
    expect((await work(remindDecision, subject, { decisions: [decision()] }, now)).notices).toEqual([
      { key, view: 'decision-reminder', params: subject, to: { person: bert.id }, mention: null },
    ]);
    const hers = { decisions: [decision({ ownerId: silent.id })] };
    expect((await work(remindDecision, subject, hers, now)).notices).toMatchObject([
      { key, to: { under: `meeting:${decision().meetingId}` }, mention: silent.id },
    ]);
  });

  test('when it was settled, or nobody owns it, then nothing', async () => {
    for (const over of [{ state: 'done' as const }, { ownerId: null }])
      expect(
        await work(remindDecision, subject, { decisions: [decision(over)] }, new Date('2026-12-11T08:00:00Z')),
      ).toEqual({});
  });

  test('the card is for the working group only', async () => {
    const { may } = await fill(decisionReminder, subject, { meetings: [first()], decisions: [decision()] });
    expect(may(inGroup())).toBeNull();
    expect(may(outside())).toEqual({ refused: 'only-workgroup' });
  });
});
