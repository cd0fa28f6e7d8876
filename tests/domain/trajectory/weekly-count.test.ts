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
  ['it pauses', { state: 'paused' }, false],
  ['it was counted', { weeks: [{ week: '2026-11-23', count: 0 }] }, false],
  ['it ended in that week', { state: 'closed', closedOn: '2026-11-24' }, true],
  ['it ended before', { state: 'closed', closedOn: '2026-11-20' }, false],
] as const)('given that %s, is it asked?', (_what, other, asked) => {
  expect(isToCount({ ...runs, ...other }, '2026-11-23')).toBe(asked);
});
