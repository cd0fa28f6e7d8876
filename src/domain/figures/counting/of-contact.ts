import { belongingOf } from './belonging.js';
import { told } from './of-referral.js';
import { isAnswer, standingOf } from './standing.js';
import type { Contribution } from './tally.js';
import { moment, type CountedReferral, type Days, type Told } from './trail.js';

/** What is counted of something, and when it must be looked at again though nothing happens; null: not before something does. */
export interface UntilNow {
  readonly contributions: readonly Contribution[];
  readonly again: Date | null;
}

const endsOfQuestion: ReadonlySet<string> = new Set(['question-answered', 'question-withdrawn']);

/** Until when contact was expected: the end of the term stood still while the provider waited, so the last end counts (docs/decisions/0018). */
const termOf = (delivery: Told, after: readonly Told[]): Date | null =>
  after
    .filter(({ name }) => endsOfQuestion.has(name))
    .map((one) => moment(one, 'contactBy'))
    .findLast((term) => term !== null) ?? moment(delivery, 'contactBy');

/**
 * `contact-term`: deliveries whose term for contact (R9, in desk working time) has ended: `in-time` when any answer that was
 * not taken back stood before its end, otherwise `late`. Left out is what was withdrawn before the end of the term without an
 * answer, and what stands still.
 */
export function ofContactTerm(referral: CountedReferral, days: Days, now: Date): UntilNow {
  if (referral.standsStill) return { contributions: [], again: null };
  const terms = referral.told.flatMap((one, at) =>
    one.name === 'delivered' ? (termOf(one, referral.told.slice(at + 1)) ?? []) : [],
  );
  const coming = terms.filter((term) => term > now).map((term) => term.getTime());
  return {
    contributions: terms.filter((term) => term <= now).flatMap((term) => keptOrNot(referral, term, days)),
    again: coming.length === 0 ? null : new Date(Math.min(...coming)),
  };
}

function keptOrNot(referral: CountedReferral, term: Date, days: Days): Contribution[] {
  const isBefore = ({ at }: Told): boolean => at <= term;
  const isAnswered = standingOf(referral).some((one) => isAnswer(one) && isBefore(one));
  if (!isAnswered && referral.told.some((one) => one.name === 'withdrawn' && isBefore(one))) return [];
  const contact = isAnswered ? 'in-time' : 'late';
  const asTold: Told = { name: contact, at: term, data: {} };
  return [told(belongingOf(referral), days)('contact-term', asTold, { codes: { contact } })];
}

const hourMs = 3_600_000;

/**
 * `contact-hours`: from delivery to the first answer that was not taken back (R9), on the day of that answer, in whole clock
 * hours, nights and weekends included; as with the term, any answer is contact.
 */
export function ofContactHours(referral: CountedReferral, days: Days): Contribution[] {
  const first = standingOf(referral).find(isAnswer);
  const delivered = referral.told.filter(({ name }) => name === 'delivered').map(({ at }) => at.getTime());
  if (first === undefined || delivered.length === 0) return [];
  const value = Math.round((first.at.getTime() - Math.max(...delivered)) / hourMs);
  return [told(belongingOf(referral), days)('contact-hours', first, { value })];
}
