import { belongingOfInquiry } from './belonging.js';
import { told } from './of-referral.js';
import type { Contribution } from './tally.js';
import { word, type CountedInquiry, type Days } from './trail.js';

/** After these nobody has answered it yet. */
const anew: ReadonlySet<string> = new Set(['forwarded', 'missed']);

/** The last answer; none when it was passed on after it. */
function answerOf({ told: all }: CountedInquiry): string {
  const last = all.findLast(({ name }) => name === 'answered' || anew.has(name));
  return last?.name === 'answered' ? (word(last, 'answer') ?? 'no-answer') : 'no-answer';
}

/**
 * `inquiries`: questions before referring, on the day on which they were asked, by their last answer. `inquiries-referred`: those of which
 * a referral was begun, on the same day.
 */
export function ofInquiry(inquiry: CountedInquiry, days: Days): Contribution[] {
  const asked = inquiry.told.find(({ name }) => name === 'asked');
  if (asked === undefined) return [];
  const count = told(belongingOfInquiry(inquiry), days);
  const isReferred = inquiry.told.some(({ name }) => name === 'referred');
  return [
    count('inquiries', asked, { codes: { answer: answerOf(inquiry) } }),
    ...(isReferred ? [count('inquiries-referred', asked)] : []),
  ];
}
