import { expect, test } from '@jest/globals';
import { lateSince, type Reader } from '../../../../src/features/case/card/strip.js';
import type { ReferralState } from '../../../../src/domain/case/states.js';
import { referralIn, registeredAt } from '../../../support/case.js';
import { luxonCalendar } from '../../../support/working-calendar.js';

const monthLater = new Date(registeredAt.getTime() + 31 * 86_400_000);
const isLate = (state: ReferralState, reader: Reader, patch: { nudges?: number } = {}, now = monthLater): boolean =>
  lateSince(referralIn(state, patch), reader, luxonCalendar, now) !== null;

test('a referral that the provider called about and then left is late on its own card', () => {
  expect(isLate('contacted', 'provider')).toBe(true);
  expect(isLate('contacted', 'provider', {}, registeredAt)).toBe(false);
});

test('for the CLB it is not: nothing is asked of it; for the desk from when it is told', () => {
  expect(isLate('contacted', 'clb')).toBe(false);
  expect(isLate('contacted', 'desk')).toBe(false);
  expect(isLate('contacted', 'desk', { nudges: 1 })).toBe(true);
});

test('contact that does not come is late for everybody, a choice for who is to make it', () => {
  for (const reader of ['clb', 'provider', 'desk'] as const) expect(isLate('delivered', reader)).toBe(true);
  expect(isLate('place-free', 'clb')).toBe(true);
  expect(isLate('place-free', 'provider')).toBe(false);
});
