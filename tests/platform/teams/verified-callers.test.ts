import { beforeEach, expect, test } from '@jest/globals';
import { VerifiedCallers } from '../../../src/platform/teams/verified-callers.js';

const noon = Date.parse('2026-03-02T12:00:00Z');
const emea = { serviceUrl: 'https://smba.trafficmanager.net/emea/', channelId: 'msteams' };
const inAnHour = noon / 1000 + 3600;
let now: number;
let callers: VerifiedCallers<string>;
beforeEach(() => {
  now = noon;
  callers = new VerifiedCallers(() => now, 3);
});

test('a token that was verified is known', () => {
  callers.keep('Bearer a', emea, inAnHour, 'teams');
  expect(callers.find('Bearer a', emea)).toBe('teams');
});

test('another token is not, nor this one for another address or channel', () => {
  callers.keep('Bearer a', emea, inAnHour, 'teams');
  expect(callers.find('Bearer b', emea)).toBeNull();
  expect(callers.find('Bearer a', { ...emea, serviceUrl: 'https://evil.example/' })).toBeNull();
  expect(callers.find('Bearer a', { ...emea, channelId: 'webchat' })).toBeNull();
});

test('it is never known longer than it is valid', () => {
  callers.keep('Bearer a', emea, noon / 1000 + 60, 'teams');
  now = noon + 59_999;
  expect(callers.find('Bearer a', emea)).toBe('teams');
  now = noon + 60_000;
  expect(callers.find('Bearer a', emea)).toBeNull();
  callers.keep('Bearer old', emea, noon / 1000, 'teams');
  expect(callers.find('Bearer old', emea)).toBeNull();
});

test('nor longer than ten minutes, so that a key that is withdrawn is not believed for an hour', () => {
  callers.keep('Bearer a', emea, inAnHour, 'teams');
  now = noon + 600_000;
  expect(callers.find('Bearer a', emea)).toBeNull();
});

test('so many are known and no more: the oldest goes', () => {
  for (const token of ['a', 'b', 'c', 'd']) callers.keep(token, emea, inAnHour, 'teams');
  expect(['a', 'b', 'c', 'd'].map((token) => callers.find(token, emea))).toEqual([null, 'teams', 'teams', 'teams']);
});
