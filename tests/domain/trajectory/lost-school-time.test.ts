import { expect, test } from '@jest/globals';
import type { Referral } from '../../../src/domain/case/referral.js';
import { lostSchoolTime, lostSoFar } from '../../../src/domain/trajectory/lost-school-time.js';
import { calendar, referralIn } from '../../support/case.js';

const away: Referral = {
  ...referralIn('placed'),
  target: 'pupil',
  firstRegisteredAt: new Date('2026-11-16T09:00:00Z'),
  presence: 'problematic-absence',
  enrolment: 'enrolled',
};
const lost = (until: string | null, referral = away): number | null =>
  lostSchoolTime(referral, { startedOn: until }, calendar)?.halfDays ?? null;

test('a whole week has nine half days: a Wednesday counts once, the day of the start is not lost', () => {
  expect(lost('2026-11-16')).toBe(0);
  expect(lost('2026-11-17')).toBe(2);
  expect(lost('2026-11-19')).toBe(5);
  expect(lost('2026-11-23')).toBe(9);
});

test('holidays of schools and public holidays are left out', () => {
  expect(lost('2027-01-04')).toBe(lost('2026-12-21'));
  expect(lost('2026-11-12', { ...away, firstRegisteredAt: new Date('2026-11-10T09:00:00Z') })).toBe(2);
});

test('who was at school lost nothing; who is not enrolled did; a class, and what has not begun, is not counted', () => {
  expect(lost('2026-11-23', { ...away, presence: 'present' })).toBeNull();
  expect(lost('2026-11-23', { ...away, presence: 'present', enrolment: 'not-enrolled-last-school' })).toBe(9);
  expect(lost('2026-11-23', { ...away, target: 'group' })).toBeNull();
  expect(lost(null)).toBeNull();
});

test('until now, before the start: today is not counted yet, and nothing lost is not told', () => {
  const soFar = (now: string, referral = away) => lostSoFar(referral, new Date(now), calendar)?.halfDays ?? null;
  expect(soFar('2026-11-16T12:00:00Z')).toBeNull();
  expect(soFar('2026-11-23T07:00:00Z')).toBe(9);
  expect(soFar('2026-11-23T07:00:00Z', { ...away, presence: 'present' })).toBeNull();
});
