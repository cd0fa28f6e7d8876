import type { Calendar } from '../calendar.js';
import { nextBesideReminder } from './beside.js';
import { nextCheckIn } from './check-in.js';
import { defaultSettings, type Settings } from '../settings.js';
import type { Owner } from './events.js';
import { heldUpBy, nextReminderOf, otherSide, type OpenQuestion } from './question.js';
import type { Referral } from './referral.js';
import { isLive, type ReferralState } from './states.js';

/** Names of the jobs that the clocks of a referral start. */
export const caseJobs = {
  deliver: 'deliver-referral',
  remind: 'remind-contact',
  followUp: 'follow-up-referral',
  endUndo: 'end-undo',
  remindQuestion: 'remind-question',
  remindBeside: 'remind-beside',
  checkIn: 'check-in-referral',
} as const;
export type CaseJob = (typeof caseJobs)[keyof typeof caseJobs];

/** A moment at which the program looks at a referral again. */
export interface CaseClock {
  readonly key: string;
  readonly job: CaseJob;
  readonly subject: { readonly referralId: Referral['id'] };
  readonly at: Date;
}

/** What comes next: who is expected to act, and by when. */
export interface NextStep {
  readonly owner: Owner | 'clock';
  readonly by: Date;
}

/** Working minutes without a step after which the owner of a state is reminded; a working day of the desk is 390 minutes. */
const patience = {
  recalled: { owner: 'clb', minutes: 3 * 390 },
  held: { owner: 'desk', minutes: 2 * 390 },
  dispatched: { owner: 'desk', minutes: 390 },
  'to-phone': { owner: 'desk', minutes: 390 },
  contacted: { owner: 'provider', minutes: 10 * 390 },
  'waitlist-proposed': { owner: 'clb', minutes: 5 * 390 },
  'place-free': { owner: 'clb', minutes: 3 * 390 },
  full: { owner: 'clb', minutes: 5 * 390 },
  'no-match': { owner: 'clb', minutes: 5 * 390 },
} as const satisfies Partial<Readonly<Record<ReferralState, { readonly owner: Owner; readonly minutes: number }>>>;

const isPatient = (state: ReferralState): state is keyof typeof patience => Object.hasOwn(patience, state);

/** How often the owner itself is reminded before the desk is. */
const ownNudges = 1;
/** The desk has it on its work list from then on. */
export const mostNudges = 2;

/** Weeks after which a place is looked at again, when no round table asks for it. */
const reviewWeeks = 4;

const wasReferredOn = ({ state, referredOn }: Referral): boolean =>
  referredOn && (state === 'no-match' || state === 'full');

/** Who is expected to act next and by when; null for what is over: withdrawn, completed, or referred on after a no. */
export function nextStepOf(
  referral: Referral,
  calendar: Calendar,
  settings: Pick<Settings, 'checkInWeeks'> = defaultSettings,
): NextStep | null {
  const { state, since } = referral;
  if (state === 'withdrawn' || state === 'completed' || wasReferredOn(referral)) return null;
  const waits = heldUpBy(referral);
  if (waits !== null) return answerStep(waits, calendar);
  if (state === 'registered') return { owner: 'clock', by: referral.deliverAt };
  if (state === 'delivered')
    return { owner: referral.reminded === 'desk' ? 'desk' : 'provider', by: referral.contactBy };
  if (state === 'waitlisted') return onList(referral, calendar, settings);
  if (state === 'placed') {
    const by = calendar.at(calendar.addDays(calendar.dayOf(since), reviewWeeks * 7), 9, 0);
    return { owner: 'provider', by };
  }
  const { owner, minutes } = patience[state];
  const nudged = Math.min(referral.nudges, mostNudges);
  return {
    owner: nudged >= ownNudges ? 'desk' : owner,
    by: calendar.addWorkingMinutes(since, minutes * (nudged + 1) + referral.heldUp),
  };
}

/** On a list the provider calls; whether it is still needed is for the CLB to say, once it is asked. */
function onList(referral: Referral, calendar: Calendar, settings: Pick<Settings, 'checkInWeeks'>): NextStep {
  const asked = referral.listCheck?.asked ?? null;
  const owner = asked === null ? 'provider' : asked.reminded === 'desk' ? 'desk' : 'clb';
  return { owner, by: nextCheckIn(referral, calendar, settings)?.at ?? referral.since };
}

/** Whoever is to act waits for an answer: who gives it is to act now. */
const answerStep = (question: OpenQuestion, calendar: Calendar): NextStep => ({
  owner: question.reminded === 'desk' ? 'desk' : otherSide(question.by),
  by: nextReminderOf(question, calendar)?.at ?? question.answerBy,
});

/**
 * Until when the present step was to be taken, before anybody was reminded of it; null: nobody is expected to take one, or
 * who is waits for an answer himself.
 */
export function termOf(referral: Referral, calendar: Calendar): Date | null {
  const { state, since } = referral;
  if (wasReferredOn(referral) || heldUpBy(referral) !== null) return null;
  if (state === 'delivered') return referral.contactBy;
  return isPatient(state) ? calendar.addWorkingMinutes(since, patience[state].minutes + referral.heldUp) : null;
}

const key = ({ id }: Pick<Referral, 'id'>, what: string): string => `referral:${id}:${what}`;

const clock = (referral: Referral, what: string, job: CaseJob, at: Date): CaseClock => ({
  key: key(referral, what),
  job,
  subject: { referralId: referral.id },
  at,
});

/** The next reminder that contact does not come (R9): the provider, its coordinator, the desk; each once. */
function reminder(referral: Referral<'delivered'>, calendar: Calendar, settings: Settings): CaseClock[] {
  const { reminded, remindedAt, contactBy } = referral;
  if (reminded === 'desk') return [];
  const at =
    reminded === null ? contactBy : calendar.addWorkingMinutes(remindedAt ?? contactBy, settings.escalateAfterMinutes);
  return [clock(referral, 'remind', caseJobs.remind, at)];
}

/** The first reminder of the questions that wait for an answer. */
function questionReminder(referral: Referral, calendar: Calendar): CaseClock[] {
  const moments = referral.questions.flatMap((one) => nextReminderOf(one, calendar)?.at.getTime() ?? []);
  return moments.length === 0
    ? []
    : [clock(referral, 'question', caseJobs.remindQuestion, new Date(Math.min(...moments)))];
}

/** The CLB is to say whether it is still needed beside a place elsewhere. */
function besideReminder(referral: Referral, calendar: Calendar): CaseClock[] {
  const { besidePlace, state } = referral;
  const next = besidePlace === null || !isLive(state) ? null : nextBesideReminder(besidePlace, calendar);
  return next === null ? [] : [clock(referral, 'beside', caseJobs.remindBeside, next.at)];
}

/** Every clock that should be running for a referral, and no other. Pure: the platform stores the difference. */
export function clocksOf(referral: Referral, calendar: Calendar, settings: Settings): CaseClock[] {
  const clocks: CaseClock[] = [];
  if (referral.state === 'registered') clocks.push(clock(referral, 'deliver', caseJobs.deliver, referral.deliverAt));
  const isHeldUp = heldUpBy(referral) !== null;
  if (referral.state === 'delivered' && !isHeldUp) clocks.push(...reminder(referral, calendar, settings));
  if (!isHeldUp && isPatient(referral.state) && referral.nudges < mostNudges) {
    const next = nextStepOf(referral, calendar, settings);
    if (next !== null) clocks.push(clock(referral, 'follow-up', caseJobs.followUp, next.by));
  }
  clocks.push(...questionReminder(referral, calendar), ...besideReminder(referral, calendar));
  const check = nextCheckIn(referral, calendar, settings);
  if (check !== null) clocks.push(clock(referral, 'check-in', caseJobs.checkIn, check.at));
  if (referral.undo !== null)
    clocks.push(clock(referral, 'end-undo', caseJobs.endUndo, new Date(referral.undo.until.getTime() + 1000)));
  return clocks;
}
