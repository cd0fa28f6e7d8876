import { describe, expect, test } from '@jest/globals';
import { clocksOfTrajectory, nextStepOfTrajectory } from '../../../src/domain/trajectory/clocks.js';
import { trajectoryEvent } from '../../../src/domain/trajectory/events.js';
import { messagesForTrajectory } from '../../../src/domain/trajectory/messages.js';
import { trajectoriesFor } from '../../../src/domain/trajectory/placing.js';
import { postsOfTrajectory } from '../../../src/domain/trajectory/posts.js';
import { calendar, referralIn, registeredAt } from '../../support/case.js';
import { after, at, awaited, decide, id } from './world.js';

const placing = { now: registeredAt, calendar, newId: () => id };
const started = after(awaited(), { act: 'start', on: '2027-01-14' }, 'provider');
const close = { act: 'close', on: '2027-01-14', outcome: 'back-soon', handover: null } as const;
const closed = after(started, close, 'provider');
const later = (days: number): Date => new Date(registeredAt.getTime() + days * 86_400_000);

describe('given a pupil with a place', () => {
  test('when it is placed, then its provider says within fifteen working days whether it started', () => {
    expect(awaited()).toMatchObject({ state: 'awaited', nudges: 0 });
    expect(nextStepOfTrajectory(awaited(), calendar)).toEqual({ owner: 'provider', by: awaited().nextBy });
    expect(clocksOfTrajectory(awaited(), calendar)).toHaveLength(1);
  });

  test('when it has one already, then nothing more is asked; when the place ends, then what still runs is dropped', () => {
    expect(trajectoriesFor(referralIn('placed'), [started], placing)).toEqual([]);
    expect(trajectoriesFor(referralIn('withdrawn'), [started], placing)).toMatchObject([
      { events: [{ name: 'dropped' }] },
    ]);
    expect(trajectoriesFor(referralIn('withdrawn'), [closed], placing)).toEqual([]);
    expect(trajectoriesFor(referralIn('completed'), [started], placing)).toEqual([]);
    const dropped = after(started, { act: 'drop' }, 'clock');
    expect(dropped).toMatchObject({ state: 'dropped', startedOn: '2027-01-14', nextBy: null });
    expect(trajectoriesFor(referralIn('placed'), [dropped], placing)).toHaveLength(1);
  });
});

describe('given a trajectory that runs', () => {
  test('when nothing is said, then the provider is asked at the next look, after that the desk', () => {
    const due = started.nextBy!;
    const asked = after(started, { act: 'follow-up' }, 'clock', due);
    expect(asked.nudges).toBe(1);
    expect(nextStepOfTrajectory(asked, calendar)!.owner).toBe('desk');
    const { by } = nextStepOfTrajectory(asked, calendar)!;
    expect(decide(asked, { act: 'follow-up' }, 'clock', due)).toEqual([]);
    const left = after(asked, { act: 'follow-up' }, 'clock', by);
    expect(postsOfTrajectory(left)).toMatchObject([{ to: { desk: true } }]);
    expect(clocksOfTrajectory(left, calendar).map(({ subject }) => subject.what)).toEqual(['school']);
    const looked = after(left, { act: 'look' }, 'desk', by);
    expect(postsOfTrajectory(looked)).toEqual([]);
    expect(looked).toMatchObject({ nudges: 0, state: 'started' });
    expect(looked.nextBy!.getTime()).toBeGreaterThan(by.getTime());
  });

  test('when it is paused until a day, then that day it is asked whether it runs again', () => {
    const paused = after(started, { act: 'pause', until: '2027-02-15' }, 'provider');
    expect(paused).toMatchObject({ state: 'paused', startedOn: '2027-01-14', nextBy: at('2027-02-15T15:00:00Z') });
    expect(after(paused, { act: 'resume' }, 'provider', later(20))).toMatchObject({ state: 'started' });
  });

  test('when the start was a mistake, then it is taken back within a week, and not after', () => {
    expect(after(started, { act: 'take-back-start' }, 'provider', later(7))).toMatchObject({
      state: 'awaited',
      startedOn: null,
    });
    expect(decide(started, { act: 'take-back-start' }, 'provider', later(8))).toEqual({ denied: 'settled' });
  });

  test('when it ends, then it knows its outcome, waits for nothing, and can be reopened within two weeks', () => {
    expect(closed).toMatchObject({ state: 'closed', outcome: 'back-soon', nextBy: null });
    expect(nextStepOfTrajectory(closed, calendar)).toBeNull();
    expect(after(closed, { act: 'reopen' }, 'provider', later(14))).toMatchObject({ state: 'started', outcome: null });
    expect(decide(closed, { act: 'reopen' }, 'provider', later(15))).toEqual({ denied: 'closed-for-good' });
  });

  test('the CLB reads what the provider says, and does not say it itself', () => {
    expect(decide(started, close, 'clb')).toEqual({ denied: 'side' });
    const by = { at: registeredAt, side: 'provider' as const, personId: null, organisationId: null };
    const told = messagesForTrajectory(trajectoryEvent('closed', close, by), started, closed);
    expect(told).toMatchObject([{ to: { under: `referral:${closed.referralId}:clb` }, mention: closed.referrerId }]);
    const byDesk = messagesForTrajectory(trajectoryEvent('closed', close, { ...by, side: 'desk' }), started, closed);
    expect(byDesk).toHaveLength(2);
  });
});
