import { describe, expect, test } from '@jest/globals';
import { trajectoryEvent } from '../../../src/domain/trajectory/events.js';
import { messagesForTrajectory } from '../../../src/domain/trajectory/messages.js';
import { postsOfTrajectory } from '../../../src/domain/trajectory/posts.js';
import { nextSchoolWake, owedMessages, type SchoolMessage } from '../../../src/domain/trajectory/school-message.js';
import { foldTrajectory } from '../../../src/domain/trajectory/evolve.js';
import type { Trajectory } from '../../../src/domain/trajectory/trajectory.js';
import { calendar, ids } from '../../support/case.js';
import { after, at, awaited, decide, id } from './world.js';

const began = at('2027-01-14T09:30:00Z');
const started = after(awaited(), { act: 'start', on: '2027-01-14' }, 'provider', began);
const open = ({ schoolMessages }: Trajectory) =>
  schoolMessages.filter(({ state }) => state === 'expected').map(({ moment, dueOn }) => `${moment} ${dueOn}`);
const stands = ({ schoolMessages }: Trajectory, number = 1): SchoolMessage =>
  schoolMessages.find((one) => one.number === number)!;
const remind = { act: 'remind-school', coordinatorId: ids.coordinator as never } as const;
/** The next clock goes off. */
const wakes = (one: Trajectory, coordinatorId = remind.coordinatorId): Trajectory =>
  after(one, { ...remind, coordinatorId }, 'clock', nextSchoolWake(one, calendar)!);
const write = { act: 'write-school', number: 1, text: 'Het loopt.' } as const;
const release = { act: 'release-school', number: 1, text: 'Het loopt goed.', consented: true } as const;

describe('what was agreed has days', () => {
  test('as usual: a week after the start, and every six weeks; the end when it ends', () => {
    expect(open(awaited())).toEqual([]);
    expect(open(started)).toEqual(['start 2027-01-21', 'interim 2027-02-25']);
    const close = { act: 'close', on: '2027-02-01', outcome: 'back-soon', handover: null } as const;
    const closed = after(started, close, 'provider', at('2027-02-01T10:00:00Z'));
    expect(open(closed)).toEqual(['closing 2027-02-08']);
    const reopened = after(closed, { act: 'reopen' }, 'provider', at('2027-02-02T10:00:00Z'));
    expect(open(reopened)).toEqual(['start 2027-02-05', 'interim 2027-02-25']);
  });

  test('agreed otherwise they are others; without consent, or without a school, there are none', () => {
    const plan = { at: ['closing'], everyWeeks: 4, consent: 'yes' } as const;
    expect(open(after(started, { act: 'agree-school', plan }, 'clb', began))).toEqual(['interim 2027-02-11']);
    const none = { ...plan, consent: 'no' } as const;
    expect(open(after(started, { act: 'agree-school', plan: none }, 'clb', began))).toEqual([]);
  });

  test('a pause moves what is still to come past its end; going on sooner brings it nearer again', () => {
    const paused = after(started, { act: 'pause', until: '2027-03-15' }, 'provider', began);
    expect(open(paused)).toEqual(['start 2027-03-22', 'interim 2027-03-22']);
    const resumed = after(paused, { act: 'resume' }, 'provider', at('2027-01-20T10:00:00Z'));
    expect(open(resumed)).toEqual(['start 2027-01-27', 'interim 2027-02-25']);
  });

  test('what is written makes the next one come; what was agreed on before this version is planned by night', () => {
    const written = after(started, { ...write, number: 2 }, 'provider', at('2027-02-24T10:00:00Z'));
    expect(open(written)).toContain('interim 2027-04-08');
    const old = { ...started, schoolMessages: [] };
    const night = after(old, { act: 'plan-school' }, 'clock', at('2027-04-01T02:00:00Z'));
    expect(open(night)).toEqual(['interim 2027-04-08']);
    expect(decide(night, { act: 'plan-school' }, 'clock', at('2027-04-02T02:00:00Z'))).toEqual([]);
  });
});

describe('from the day it is asked to the day the school has it', () => {
  const asked = wakes(started);
  const written = after(asked, write, 'provider', at('2027-01-19T10:00:00Z'));
  const released = after(written, release, 'clb', at('2027-01-20T10:00:00Z'));

  test('the provider is asked five days before, with a card in its thread', () => {
    expect(nextSchoolWake(started, calendar)).toEqual(at('2027-01-16T08:00:00Z'));
    expect(postsOfTrajectory(asked)).toMatchObject([
      { view: 'school-message', params: { number: 1, side: 'provider', round: 0 }, mention: null },
    ]);
  });

  test('written, the CLB has it, with its worker named; sent back, the provider has it once more, on another card', () => {
    expect(postsOfTrajectory(written)).toMatchObject([{ params: { side: 'clb' }, mention: ids.referrer }]);
    const question = { act: 'return-school', number: 1, question: 'Ook op vrijdag?' } as const;
    const returned = after(written, question, 'clb', at('2027-01-19T11:00:00Z'));
    expect(postsOfTrajectory(returned)).toMatchObject([{ params: { side: 'provider', round: 1 } }]);
    expect(stands(after(returned, write, 'desk', at('2027-01-20T09:00:00Z'))).state).toBe('written');
  });

  test('nothing is released without consent; once it is known, nothing has to be said of it', () => {
    expect(decide(written, { ...release, consented: false }, 'clb', began)).toEqual([]);
    const plan = { at: ['start'], everyWeeks: null, consent: 'yes' } as const;
    const agreed = after(written, { act: 'agree-school', plan }, 'provider', began);
    expect(stands(after(agreed, { ...release, consented: false }, 'clb', began)).state).toBe('released');
    expect(decide(written, release, 'provider', began)).toEqual({ denied: 'side' });
  });

  test('sent, the provider hears it; once', () => {
    const sent = decide(released, { act: 'send-school', number: 1 }, 'clb', at('2027-01-21T10:00:00Z'));
    const done = foldTrajectory(released, sent as never, id);
    expect(stands(done)).toMatchObject({ state: 'sent', by: null });
    expect(messagesForTrajectory((sent as never[])[0]!, released, done)).toMatchObject([
      { params: { what: 'school-sent' }, to: { under: expect.stringContaining('offer') } },
    ]);
    expect(decide(done, { act: 'send-school', number: 1 }, 'clb', began)).toEqual({ denied: 'state' });
  });

  test('forgotten: the provider is reminded, its coordinator in the own chat, then it stands before the desk; each once', () => {
    const once = wakes(asked);
    const twice = wakes(once);
    const thrice = wakes(twice);
    expect([once, twice, thrice].map((one) => stands(one).told)).toEqual(['provider', 'coordinator', 'desk']);
    const reminded = trajectoryEvent(
      'school-reminded',
      { number: 1, to: 'coordinator', coordinatorId: ids.coordinator as never },
      { at: began, side: 'clock', personId: null, organisationId: null },
    );
    expect(messagesForTrajectory(reminded, once, twice)).toMatchObject([{ to: { person: ids.coordinator } }]);
    expect(postsOfTrajectory(thrice).map(({ to }) => to)).toContainEqual({ desk: true });
    expect(owedMessages(thrice, 'desk')).toHaveLength(1);
    expect(stands(wakes(once, null as never)).told).toBe('desk');
  });

  test('read by nobody, or released and not sent: the CLB is reminded, then the desk', () => {
    for (const left of [written, released]) {
      const once = wakes(left);
      expect(stands(once).told).toBe('clb');
      expect(stands(wakes(once)).told).toBe('desk');
    }
  });

  test('a start that is taken back leaves what was written: it goes on, and is reminded of', () => {
    for (const one of [written, released]) {
      const back = after(one, { act: 'take-back-start' }, 'provider', at('2027-01-20T11:00:00Z'));
      expect(open(back)).toEqual([]);
      expect(stands(wakes(back)).told).toBe('clb');
      expect(stands(wakes(wakes(back))).told).toBe('desk');
    }
    const back = after(written, { act: 'take-back-start' }, 'provider', at('2027-01-20T09:00:00Z'));
    const sent = after(after(back, release, 'clb'), { act: 'send-school', number: 1 }, 'clb');
    expect(stands(sent).state).toBe('sent');
  });

  test('released before the place ended, the school still gets it: it has its clock, its card and its end', () => {
    const ended = after(released, { act: 'drop' }, 'clock', at('2027-01-20T11:00:00Z'));
    expect(stands(ended).state).toBe('released');
    expect(stands(wakes(wakes(ended))).told).toBe('desk');
    expect(postsOfTrajectory(ended)).toMatchObject([{ params: { side: 'clb' } }]);
    expect(stands(after(ended, { act: 'send-school', number: 1 }, 'clb')).state).toBe('sent');
    expect(stands(after(ended, { act: 'skip-school', number: 1 }, 'clb')).state).toBe('skipped');
  });

  test('said to be sent by mistake is taken back for a quarter of an hour; then it waits for the CLB anew', () => {
    const sentAt = at('2027-01-21T10:00:00Z');
    const sent = after(released, { act: 'send-school', number: 1 }, 'clb', sentAt);
    const undo = { act: 'unsend-school', number: 1 } as const;
    const back = after(sent, undo, 'clb', at('2027-01-21T10:15:00Z'));
    expect(stands(back)).toMatchObject({ state: 'released', told: null });
    expect(owedMessages(back, 'clb')).toHaveLength(1);
    expect(decide(back, undo, 'clb', at('2027-01-21T10:16:00Z'))).toMatchObject({ denied: 'settled' });
    expect(decide(sent, undo, 'clb', at('2027-01-21T10:15:01Z'))).toMatchObject({ denied: 'settled' });
    expect(decide(sent, undo, 'provider', sentAt)).toMatchObject({ denied: 'side' });
  });

  test('the place ends, or consent: what is open is not needed any more; what was sent stays', () => {
    expect(stands(after(written, { act: 'drop' }, 'clock', began)).state).toBe('dropped');
    const none = { at: [], everyWeeks: null, consent: 'no' } as const;
    expect(stands(after(released, { act: 'agree-school', plan: none }, 'clb', began)).state).toBe('dropped');
    const skipped = after(written, { act: 'skip-school', number: 1 }, 'clb', began);
    expect(stands(skipped).state).toBe('skipped');
    expect(open(after(skipped, { act: 'look' }, 'provider', began))).not.toContain('start 2027-01-21');
  });

  test('ended early: what is written is still released, what is not is asked with the end', () => {
    const close = { act: 'close', on: '2027-01-19', outcome: 'ended-early', handover: null } as const;
    const closed = after(written, close, 'provider', at('2027-01-19T12:00:00Z'));
    expect(open(closed)).toEqual(['closing 2027-01-26']);
    expect(stands(after(closed, release, 'clb', at('2027-01-20T10:00:00Z'))).state).toBe('released');
  });
});
