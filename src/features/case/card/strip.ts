import type { Calendar } from '../../../contracts/calendar.js';
import type { Look } from '../../../contracts/strip.js';
import { termOf } from '../../../domain/case/clocks.js';
import type { Referral, Side } from '../../../domain/case/referral.js';
import type { ReferralState } from '../../../domain/case/states.js';

export type Reader = Exclude<Side, 'clock'>;

const late: Look = { style: 'attention', icon: 'Warning', sign: '▲' };
const decide: Look = { style: 'warning', icon: 'QuestionCircle', sign: '?' };
const toCall: Look = { style: 'warning', icon: 'Call', sign: '◆' };
/** A place, and this reader plans its round table. */
export const toPlan: Look = { style: 'warning', icon: 'QuestionCircle', sign: '?' };
const sent: Look = { style: 'accent', icon: 'Send', sign: '➤' };
const isNew: Look = { style: 'accent', icon: 'MailInbox', sign: '●' };
const called: Look = { style: 'accent', icon: 'Call', sign: '◐' };
const atDesk: Look = { style: 'accent', icon: 'PersonSupport', sign: '◆' };
const placed: Look = { style: 'good', icon: 'CheckmarkCircle', sign: '✓' };
const waits: Look = { style: 'emphasis', icon: 'Clock', sign: '◔' };
const closed: Look = { style: 'emphasis', icon: 'DismissCircle', sign: '✕' };
const draft: Look = { style: 'emphasis', icon: 'Edit', sign: '✎' };

/** How each state looks to who has nothing to decide in it. */
const looks: Readonly<Record<ReferralState, Look>> = {
  registered: sent,
  recalled: draft,
  held: atDesk,
  dispatched: sent,
  'to-phone': atDesk,
  delivered: isNew,
  contacted: called,
  placed,
  'waitlist-proposed': waits,
  waitlisted: waits,
  'place-free': waits,
  full: closed,
  'no-match': closed,
  withdrawn: closed,
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
  return term !== null && term < now && concerns(referral, reader) ? term : null;
}

/** The look of a case for one reader. */
export function lookOf(referral: Referral, reader: Reader, isLate: boolean): Look {
  if (isLate) return late;
  if (!isAsked(referral, reader) || referral.state === 'recalled') return looks[referral.state];
  return referral.state === 'to-phone' ? toCall : decide;
}
