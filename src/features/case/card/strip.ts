import type { Calendar } from '../../../contracts/calendar.js';
import { looks, type Look } from '../../../contracts/strip.js';
import { termOf } from '../../../domain/case/clocks.js';
import { heldUpBy, toAnswer, type OpenQuestion } from '../../../domain/case/question.js';
import type { Referral, Side } from '../../../domain/case/referral.js';
import type { ReferralState } from '../../../domain/case/states.js';

export type Reader = Exclude<Side, 'clock'>;

/** How each state looks to who has nothing to decide in it. */
const lookIn: Readonly<Record<ReferralState, Look>> = {
  registered: looks.sent,
  recalled: looks.draft,
  held: looks.atDesk,
  dispatched: looks.sent,
  'to-phone': looks.atDesk,
  delivered: looks.new,
  contacted: looks.called,
  placed: looks.settled,
  'waitlist-proposed': looks.waits,
  waitlisted: looks.waits,
  'place-free': looks.waits,
  full: looks.closed,
  'no-match': looks.closed,
  completed: looks.over,
  withdrawn: looks.closed,
};

/** Who decides or acts next in a state, with a date; nobody else is asked anything. */
const asked: Partial<Readonly<Record<ReferralState, Reader>>> = {
  recalled: 'clb',
  held: 'desk',
  'to-phone': 'desk',
  'waitlist-proposed': 'clb',
  'place-free': 'clb',
  full: 'clb',
  'no-match': 'clb',
};

/** Whether this reader is asked to decide or to act in the present state. */
export const isAsked = ({ state, referredOn }: Referral, reader: Reader): boolean =>
  asked[state] === reader && !(referredOn && (state === 'full' || state === 'no-match'));

/** Whether a case that is over its term is late for this reader: it is asked, answers for the step, or was told of it. */
const concerns = (referral: Referral, reader: Reader): boolean => {
  if (referral.state === 'delivered' || isAsked(referral, reader)) return true;
  if (referral.state === 'contacted' && reader === 'provider') return true;
  return reader === 'desk' && referral.nudges > 0;
};

/** Since when it is late for this reader: over its term, or left lying; null when it is not. Late wins over every state. */
export function lateSince(referral: Referral, reader: Reader, calendar: Calendar, now: Date): Date | null {
  const term = termOf(referral, calendar);
  const own = term !== null && concerns(referral, reader) ? [term] : [];
  const late = [...own, ...owedBy(referral, reader).map(({ answerBy }) => answerBy)].filter((by) => by < now);
  return late.sort((one, other) => one.getTime() - other.getTime())[0] ?? null;
}

/** The answers that are expected of this reader; of the desk those that did not come. */
export const owedBy = (referral: Referral, reader: Reader): OpenQuestion[] =>
  reader === 'desk' ? referral.questions.filter(({ reminded }) => reminded === 'desk') : toAnswer(referral, reader);

/** The look of a case for one reader. */
export function lookOf(referral: Referral, reader: Reader, isLate: boolean): Look {
  if (isLate) return looks.late;
  if (heldUpBy(referral)?.by === reader) return looks.waits;
  if (!isAsked(referral, reader) || referral.state === 'recalled') return lookIn[referral.state];
  return referral.state === 'to-phone' ? looks.toCall : looks.decide;
}
