import type { Calendar } from '../calendar.js';
import type { NextStep } from '../case/clocks.js';
import type { InquiryId } from '../ids.js';
import { jobTo } from '../reference-to.js';
import type { Settings } from '../settings.js';
import { isAtDesk, isLiveInquiry, type Inquiry } from './inquiry.js';

/** Why the program looks at a question: to see whether the step that is expected was taken, whether it is moot, whether what was typed may go. */
export const inquiryWakes = ['follow-up', 'lapse', 'erase'] as const;
export type InquiryWake = (typeof inquiryWakes)[number];

export const inquiryJobs = {
  wake: jobTo<{ readonly inquiryId: InquiryId; readonly what: InquiryWake }>('wake-inquiry'),
} as const;
export type InquiryClock = ReturnType<typeof inquiryJobs.wake.at>;

export const inquiryKey = (id: string, what: InquiryWake): string => `inquiry:${id}:${what}`;

/** A working day of the desk is 390 minutes. */
const workingDay = 390;
/** Working time in which a question is answered, as one inside a case; after an answer, in which the CLB decides. */
const answerWithin = 2 * workingDay;
const decideWithin = 10 * workingDay;
/** Working time between two reminders. */
const patience = workingDay;

export const answerInquiryBy = (now: Date, calendar: Calendar): Date => calendar.addWorkingMinutes(now, answerWithin);
export const decideInquiryBy = (now: Date, calendar: Calendar): Date => calendar.addWorkingMinutes(now, decideWithin);

/** The provider is reminded, then its coordinator; the third time it stands before the desk. The CLB and the desk are reminded once. */
export const providerNudges = 2;
const nudgesFor = (inquiry: Inquiry): number =>
  inquiry.state === 'asked' && !isAtDesk(inquiry) ? providerNudges + 1 : 1;

const dayMs = 86_400_000;
/** A question that nothing comes of is moot after as many days as an intake that nobody touches is kept. */
export const lapsesAt = ({ since }: Inquiry, { draftDays }: Pick<Settings, 'draftDays'>): Date =>
  new Date(since.getTime() + draftDays * dayMs);

/** The provider does not answer: its question stands before the desk. */
export const isLeftInquiry = (inquiry: Inquiry): boolean =>
  inquiry.state === 'asked' && (isAtDesk(inquiry) || inquiry.nudges > providerNudges);

/** Who is expected to act next and by when; null for what is over. */
export function nextStepOfInquiry(
  inquiry: Inquiry,
  calendar: Calendar,
  settings: Pick<Settings, 'draftDays'>,
): NextStep | null {
  const { state, nextBy, nudges } = inquiry;
  if (nextBy === null) return null;
  const owner = state === 'answered' ? 'clb' : isLeftInquiry(inquiry) ? 'desk' : 'provider';
  if (nudges >= nudgesFor(inquiry)) return { owner, by: lapsesAt(inquiry, settings) };
  return { owner, by: nudges === 0 ? nextBy : calendar.addWorkingMinutes(nextBy, nudges * patience) };
}

/** Every clock that should be running for a question, and no other. Pure: the platform stores the difference. */
export function clocksOfInquiry(
  inquiry: Inquiry,
  calendar: Calendar,
  settings: Pick<Settings, 'draftDays'>,
): InquiryClock[] {
  const at = (what: InquiryWake, when: Date): InquiryClock =>
    inquiryJobs.wake.at(when, inquiryKey(inquiry.id, what), { inquiryId: inquiry.id, what });
  const lapse = lapsesAt(inquiry, settings);
  if (!isLiveInquiry(inquiry)) return inquiry.erased || inquiry.state === 'referred' ? [] : [at('erase', lapse)];
  const next = nextStepOfInquiry(inquiry, calendar, settings);
  const asks = next !== null && inquiry.nudges < nudgesFor(inquiry);
  return [...(asks ? [at('follow-up', next.by)] : []), at('lapse', lapse)];
}
