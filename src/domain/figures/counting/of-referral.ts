import { belongingOf } from './belonging.js';
import { isAnswer, isReferredOn, isRegistration, standingOf } from './standing.js';
import type { Contribution } from './tally.js';
import { word, type CountedReferral, type Days, type Told } from './trail.js';

/** A flow, once, on the day it was told. */
export const told =
  (of: Contribution['of'], { dayOf }: Days) =>
  (tally: Contribution['tally'], one: Told, more: Partial<Contribution> = {}): Contribution => ({
    ...{ tally, codes: {}, of, until: null, value: 0, count: 1 },
    day: dayOf(one.at),
    ...more,
  });

const answerCodes = (one: Told): Contribution['codes'] => ({
  answer: { 'waitlist-proposed': 'waitlisted', 'place-confirmed': 'placed' }[one.name] ?? one.name,
  reason: one.name === 'no-match' ? (word(one, 'reason') ?? 'other') : 'none',
});

/**
 * `registered`: each referral that was sent for the first time, also the next one of a pupil who was referred on (R12).
 * `answers`: answers of providers that were not taken back, by kind; a no-match with its reason, the others with `none`. A place is
 * one that was there at once, or one from the waiting list that the CLB confirmed (R11); a list that was proposed counts as a
 * waiting list; full also counts what turned out to be full at delivery.
 * `withdrawn`: by reason (R12), also when the pupil was referred on. `referred-on`: to another provider, counted of the first of both.
 */
export function ofReferral(referral: CountedReferral, days: Days): Contribution[] {
  const count = told(belongingOf(referral), days);
  const answers = standingOf(referral).filter((one) => isAnswer(one) || one.name === 'place-confirmed');
  const withdrawn = referral.told.filter(({ name }) => name === 'withdrawn');
  return [
    ...referral.told.filter(isRegistration).map((one) => count('registered', one)),
    ...answers.map((one) => count('answers', one, { codes: answerCodes(one) })),
    ...withdrawn.map((one) => count('withdrawn', one, { codes: { reason: word(one, 'reason') ?? 'other' } })),
    ...referral.told.filter(isReferredOn).map((one) => count('referred-on', one)),
  ];
}
