import { expect, test } from '@jest/globals';
import { inARow, withAbsence } from '../../../src/domain/trajectory/absences.js';
import { daysFrom, proposedCount, totalOf, weekOf, withWeek } from '../../../src/domain/trajectory/half-days.js';
import { isTooOftenAbsent } from '../../../src/domain/trajectory/clocks.js';
import { postsOfTrajectory } from '../../../src/domain/trajectory/posts.js';
import { after, awaited, decide } from './world.js';

const started = after(awaited(), { act: 'start', on: '2027-01-14' }, 'provider');
const absent = (on: string, one = started) => after(one, { act: 'note-absence', on, part: 'day' }, 'provider');

test('a week begins on Monday, over the turn of a year too', () => {
  expect(weekOf('2027-01-01')).toBe('2026-12-28');
  expect(weekOf('2027-01-04')).toBe('2027-01-04');
  expect(weekOf('2027-03-28')).toBe('2027-03-22');
  expect(daysFrom('2027-03-22', 7)).toBe('2027-03-29');
});

test('half days are counted once per week; counted anew they replace what stood there', () => {
  const weeks = withWeek(withWeek([], { week: '2027-01-11', count: 6 }), { week: '2027-01-04', count: 2 });
  expect(weeks.map(({ week }) => week)).toEqual(['2027-01-04', '2027-01-11']);
  expect(totalOf(withWeek(weeks, { week: '2027-01-11', count: 4 }))).toBe(6);
  expect(proposedCount(weeks, '2027-01-18')).toBe(6);
  expect(proposedCount(weeks, '2027-01-04')).toBe(2);
  expect(proposedCount([], '2027-01-04')).toBeNull();
});

test('given a week that was counted, when the same number comes again, then nothing is new; another says what stood there', () => {
  const counted = after(started, { act: 'count-half-days', week: '2027-01-11', count: 6 }, 'provider');
  expect(counted).toMatchObject({ halfDays: 6, state: 'started', nextBy: started.nextBy });
  expect(decide(counted, { act: 'count-half-days', week: '2027-01-11', count: 6 }, 'provider')).toEqual([]);
  expect(decide(counted, { act: 'count-half-days', week: '2027-01-11', count: 4 }, 'provider')).toMatchObject([
    { data: { was: 6, count: 4 } },
  ]);
});

test('absences are in a row while no more than a week lies between them', () => {
  const days = ['2027-01-04', '2027-01-18', '2027-01-25', '2027-02-01'];
  const all = days.reduce<ReturnType<typeof withAbsence>>((so, on) => withAbsence(so, { on, part: 'day' }), []);
  expect(inARow(all, null)).toBe(3);
  expect(inARow(all, '2027-01-25')).toBe(1);
  expect(inARow(all, '2027-02-01')).toBe(0);
  expect(inARow([], null)).toBe(0);
});

test('given three absences in a row, when the third is noted, then it stands before the desk until that has seen to it', () => {
  const two = absent('2027-01-19', absent('2027-01-18'));
  expect(postsOfTrajectory(two)).toEqual([]);
  const three = absent('2027-01-21', two);
  expect(isTooOftenAbsent(three)).toBe(true);
  expect(postsOfTrajectory(three)).toMatchObject([{ to: { desk: true } }]);
  expect(postsOfTrajectory(after(three, { act: 'handle-absences' }, 'desk'))).toEqual([]);
  expect(postsOfTrajectory(after(three, { act: 'take-back-absence', on: '2027-01-21' }, 'provider'))).toEqual([]);
  expect(decide(three, { act: 'handle-absences' }, 'provider')).toEqual({ denied: 'side' });
});
