import { expect, test } from '@jest/globals';
import { createCalendar } from '../../../src/platform/calendar/index.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { countMoment, isToCount, weeksToAsk } from '../../../src/domain/trajectory/weekly-count.js';

const calendar = createCalendar({ ...defaultSettings, alwaysOpen: false, closedPeriods: [] });
const at = (text: string): Date => new Date(text);
const runs = { state: 'started', startedOn: '2026-11-25', closedOn: null, weeks: [] } as const;

test('a week is asked on Friday afternoon, reminded of two working days later, and told to the desk after two more', () => {
  const week = '2026-11-23';
  expect(countMoment(week, 'asked', calendar)).toEqual(at('2026-11-27T13:00:00Z'));
  expect(countMoment(week, 'again', calendar)).toEqual(at('2026-12-01T13:00:00Z'));
  expect(countMoment(week, 'desk', calendar)).toEqual(at('2026-12-03T13:00:00Z'));
});

test('the weeks that may be asked: not before Friday, and not one of holidays', () => {
  expect(weeksToAsk(at('2026-11-27T12:00:00Z'), calendar)[0]).toBe('2026-11-16');
  expect(weeksToAsk(at('2026-11-27T13:00:00Z'), calendar)[0]).toBe('2026-11-23');
  expect(weeksToAsk(at('2027-01-05T13:00:00Z'), calendar)).toEqual(['2026-12-14']);
});

test.each([
  ['it runs', {}, true],
  ['it began after that week', { startedOn: '2026-11-30' }, false],
  ['it was counted', { weeks: [{ week: '2026-11-23', count: 0 }] }, false],
  ['it ended in that week', { state: 'closed', closedOn: '2026-11-24' }, true],
  ['it ended before', { state: 'closed', closedOn: '2026-11-20' }, false],
] as const)('given that %s, is it asked?', (_what, other, asked) => {
  expect(isToCount({ trajectory: { ...runs, ...other }, pauses: [] }, '2026-11-23', calendar)).toBe(asked);
});

test.each([
  ['all that week, and still does', '2026-11-23T08:00:00Z', null, false],
  ['from its Wednesday on, and still does: it ran before', '2026-11-25T08:00:00Z', null, true],
  ['from the Monday after it on', '2026-11-30T08:00:00Z', null, true],
  ['all that week, and runs again', '2026-11-23T08:00:00Z', '2026-11-28T08:00:00Z', false],
  ['all that week, and was closed after it', '2026-11-09T08:00:00Z', '2026-12-02T08:00:00Z', false],
  ['from its Tuesday on', '2026-11-24T08:00:00Z', '2026-11-30T08:00:00Z', true],
  ['until its Friday', '2026-11-16T08:00:00Z', '2026-11-27T08:00:00Z', true],
  // Midnight in Belgium is an hour earlier in UTC.
  ['from just after Sunday midnight', '2026-11-22T23:30:00Z', '2026-11-27T23:30:00Z', false],
] as const)('given that it paused %s, is it asked?', (_what, from, until, asked) => {
  const pauses = [{ from: at(from), until: until === null ? null : at(until) }];
  const trajectory = { ...runs, startedOn: '2026-09-07', state: until === null ? 'paused' : 'started' } as const;
  expect(isToCount({ trajectory, pauses }, '2026-11-23', calendar)).toBe(asked);
});
