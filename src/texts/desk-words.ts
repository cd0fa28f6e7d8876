import { deskReasonsOf } from '../domain/case/posts.js';
import type { Referral } from '../domain/case/referral.js';
import type { Language } from '../domain/language.js';
import { texts } from './index.js';

/** Why a referral stands before the desk, as what it asks: “Bel de aanbieder”; null when there is no reason any more. */
export function deskWord(referral: Referral, language: Language): string | null {
  const reasons = deskReasonsOf(referral).map((reason) => texts(language)(`dispatch.desk-referral.title.${reason}`));
  return reasons.length === 0 ? null : reasons.join(' · ');
}

/** What a referral that lies with the desk itself asks of it; null for one that lies with somebody else. */
export const deskAsks = (referral: Referral, language: Language): string | null =>
  referral.state === 'held' || referral.state === 'to-phone' ? deskWord(referral, language) : null;
