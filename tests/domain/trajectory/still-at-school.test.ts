import { describe, expect, test } from '@jest/globals';
import { trajectoryKey, clocksOfTrajectory } from '../../../src/domain/trajectory/clocks.js';
import { trajectoryEvent as event } from '../../../src/domain/trajectory/events.js';
import { foldTrajectory } from '../../../src/domain/trajectory/evolve.js';
import { postsOfTrajectory } from '../../../src/domain/trajectory/posts.js';
import { monthsLater, nextStill } from '../../../src/domain/trajectory/still-at-school.js';
import type { Trajectory } from '../../../src/domain/trajectory/trajectory.js';
import { calendar } from '../../support/case.js';
import { after, awaited, decide } from './world.js';

const by = (at: string) => ({ at: new Date(at), side: 'clock' as const, personId: null, organisationId: null });
const closed = (on: string): Trajectory =>
  foldTrajectory(after(awaited(), { act: 'start', on: '2027-01-14' }, 'provider'), [
    event('closed', { on, outcome: 'back-soon', handover: null }, by(`${on}T10:00:00Z`)),
  ]);
const wakes = (one: Trajectory, at: string, skip = false): Trajectory =>
  foldTrajectory(
    one,
    decide(one, { act: 'still-at-school', of: 'referrer', skip }, 'clock', new Date(at)) as readonly never[],
  );
const next = (one: Trajectory) => nextStill(one, calendar);

test.each([
  ['2027-01-31', 3, '2027-04-30'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2027-05-14', 9, '2028-02-14'],
])('%s and %i months: %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later);
});

describe('given a trajectory that was closed', () => {
  test('it is asked 3 and 9 months later, at nine', () => {
    const one = closed('2027-02-09');
    expect(next(one)).toEqual({ what: 'ask', months: 3, at: calendar.at('2027-05-10', 9, 0) });
    const asked = wakes(one, '2027-05-10T07:00:00Z');
    expect(asked.still.asked).toMatchObject({ months: 3, on: '2027-05-10', of: 'referrer' });
    const answered = foldTrajectory(asked, [event('still-answered', {}, by('2027-05-11T09:00:00Z'))]);
    expect(next(answered)).toMatchObject({ what: 'ask', months: 9 });
    const last = wakes(answered, '2027-11-09T09:00:00Z');
    const done = foldTrajectory(last, [event('still-answered', {}, by('2027-11-10T09:00:00Z'))]);
    expect(done.still).toEqual({ asked: null, done: [3, 9] });
    expect(next(done)).toBeNull();
    expect(JSON.stringify(done)).not.toMatch(/same-school|other-school|no-answer/);
  });

  test('in a school holiday on the first day of school after it', () => {
    // Three months later is 10 July; school begins on 1 September.
    expect(next(closed('2027-04-10'))!.at).toEqual(calendar.at('2027-09-01', 9, 0));
  });

  test('silence: reminded of once, then it is not known, and nothing waits', () => {
    const asked = wakes(closed('2027-02-09'), '2027-05-10T07:00:00Z');
    expect(postsOfTrajectory(asked)).toHaveLength(1);
    const reminded = wakes(asked, next(asked)!.at.toISOString());
    expect(postsOfTrajectory(reminded)).toHaveLength(2);
    const over = wakes(reminded, next(reminded)!.at.toISOString());
    expect(over.still).toEqual({ asked: null, done: [3] });
    expect(postsOfTrajectory(over)).toEqual([]);
    const keys = clocksOfTrajectory(over, calendar).map(({ key }) => key);
    // What the school still hears of the end has a clock of its own.
    expect(keys.filter((key) => !key.endsWith(':school'))).toEqual([trajectoryKey(over.id, 'still-at-school')]);
  });

  test('what is not to be asked, or could not be asked in time, is left; both times', () => {
    const one = closed('2027-02-09');
    expect(wakes(one, '2027-05-10T07:00:00Z', true).still).toEqual({ asked: null, done: [3] });
    const late = wakes(one, '2028-05-10T07:00:00Z');
    expect(late.still).toEqual({ asked: null, done: [3] });
    expect(wakes(late, '2028-05-10T07:00:00Z').still).toEqual({ asked: null, done: [3, 9] });
  });

  test('reopened and closed again, it begins anew; only the CLB answers', () => {
    const one = closed('2027-02-09');
    const reopened = after(one, { act: 'reopen' }, 'provider', new Date('2027-02-10T09:00:00Z'));
    expect(next(reopened)).toBeNull();
    const asked = wakes(one, '2027-05-10T07:00:00Z');
    const at = new Date('2027-05-10T09:00:00Z');
    expect(decide(asked, { act: 'answer-still' }, 'provider', at)).toEqual({ denied: 'side' });
    expect(decide(one, { act: 'answer-still' }, 'clb', at)).toEqual({ denied: 'state' });
    expect(decide(asked, { act: 'answer-still' }, 'clb', at)).toMatchObject([{ name: 'still-answered', data: {} }]);
  });
});
