import type { Calendar } from '../../calendar.js';
import type { EventBy } from '../aggregate.js';
import { event, type CaseEvent } from '../events.js';
import { fold } from '../evolve.js';
import { providerAnswers } from '../messages.js';
import { withProvider } from '../policy.js';
import { answerByFrom, heldUpMinutes, nextReminderOf, otherSide, type OpenQuestion } from '../question.js';
import type { Referral } from '../referral.js';
import type { ReferralState } from '../states.js';
import type { Decider } from './command.js';

/** Iets vragen: to the other side, with a term of its own. The words are sealed; the same question again is nothing new. */
export const askQuestion: Decider<'ask-question'> = ({ referral }, { question, text }, by, { calendar }) => {
  if (by.side !== 'clb' && by.side !== 'provider') return [];
  if (referral.questions.some(({ id }) => id === question)) return [];
  const answerBy = answerByFrom(by.at, calendar);
  return [event('question-asked', { question, by: by.side, answerBy }, { ...by, sealed: { text } })];
};

/** Bericht aan het CLB: how it goes. The words are sealed; it asks nothing. */
export const leaveNote: Decider<'leave-note'> = (_standing, { note, text }, by) => [
  event('note-left', { note }, { ...by, sealed: { text } }),
];

const find = ({ questions }: Referral, id: string): OpenQuestion | undefined => questions.find((one) => one.id === id);

/** What the end of a question gives back: the term of who asked stood still meanwhile (R9). */
function ending(referral: Referral, { by }: OpenQuestion, at: Date, calendar: Calendar) {
  const heldUp = heldUpMinutes(referral, by, at, calendar);
  const contactBy = referral.state === 'delivered' && heldUp > 0 ? referral.contactBy : null;
  return { heldUp, contactBy: contactBy === null ? null : calendar.addWorkingMinutes(contactBy, heldUp) };
}

/** Antwoorden: by the side that was asked, or written down by the desk. */
export const answerQuestion: Decider<'answer-question'> = ({ referral }, { question, text }, by, { calendar }) => {
  const asked = find(referral, question);
  if (asked === undefined || (by.side !== 'desk' && by.side !== otherSide(asked.by))) return [];
  const end = ending(referral, asked, by.at, calendar);
  return [event('question-answered', { question, ...end }, { ...by, sealed: { text } })];
};

/** The question is not needed any more. */
export const withdrawQuestion: Decider<'withdraw-question'> = ({ referral }, { question }, by, { calendar }) => {
  const asked = find(referral, question);
  if (asked === undefined || by.side !== asked.by) return [];
  return [event('question-withdrawn', { question, ...ending(referral, asked, by.at, calendar) }, by)];
};

/** An answer does not come: who is to answer is reminded, then it stands before the desk; each once, per question. */
export const remindQuestion: Decider<'remind-question'> = ({ referral }, _command, by, { calendar }) =>
  referral.questions.flatMap((question) => {
    const next = nextReminderOf(question, calendar);
    return next === null || next.at > by.at
      ? []
      : [event('question-reminded', { question: question.id, stage: next.stage, to: otherSide(question.by) }, by)];
  });

/** Why a question asks nothing any more; null when it does. What the provider asked, it asked to be able to answer the referral. */
function whyOver({ by }: OpenQuestion, state: ReferralState, events: readonly CaseEvent[]) {
  if (state === 'withdrawn') return 'withdrawn';
  if (!withProvider.some((one) => one === state)) return 'answered';
  return by === 'provider' && events.some(({ name }) => providerAnswers.includes(name)) ? 'answered' : null;
}

/** Questions that end with what happens to their referral. They are closed before it, so that the last thing that happened is what somebody did. */
export function closingQuestions(referral: Referral, events: readonly CaseEvent[], by: EventBy): CaseEvent[] {
  if (referral.questions.length === 0 || events.length === 0) return [];
  const after = fold(referral, events);
  return after.questions.flatMap((question) => {
    const reason = whyOver(question, after.state, events);
    return reason === null ? [] : [event('question-closed', { question: question.id, reason }, by)];
  });
}
