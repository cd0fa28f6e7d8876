import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import type { Referral } from '../../../domain/case/referral.js';
import { daysBetween } from '../../../domain/local-date.js';
import { duration, shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { codeWord, stateInLine } from '../../../texts/referral-words.js';

/**
 * `Eerder aangemeld: geen match (leeftijd), volzet · wacht sinds 12 jan., 5 weken`: what became of the referrals before this
 * one, as codes, and how long the pupil waits in all. To the next provider nothing says where that was. Null for a first one.
 */
export function earlierLine(
  { referral, trail }: Pick<CaseFacts, 'referral' | 'trail'>,
  context: ViewContext,
): string | null {
  const earlier = trail.filter(({ registeredAt }) => registeredAt < referral.registeredAt);
  if (earlier.length === 0) return null;
  const told = {
    outcomes: earlier.map((one) => outcomeOf(one, context)).join(', '),
    ...waitedSince(referral, context),
  };
  return texts(context.language)('case.card.earlier', told);
}

/** Since when the pupil waits, over all referrals of the trail, and how long that is; `none` when it is today. */
export function waitedSince(
  { firstRegisteredAt }: Pick<Referral, 'firstRegisteredAt'>,
  { language, calendar, now }: ViewContext,
): { readonly since: string; readonly waited: string } {
  const [first, today] = [calendar.dayOf(firstRegisteredAt), calendar.dayOf(now)];
  const waited = daysBetween(first, today);
  return { since: shortDay(first, language, today), waited: waited === 0 ? 'none' : duration(waited, language) };
}

const outcomeOf = ({ state, noMatchReason }: Referral, { language }: ViewContext): string =>
  noMatchReason === null
    ? stateInLine(language, state)
    : texts(language)('case.card.no-match-because', { reason: codeWord(language, 'no-match-reason', noMatchReason) });
