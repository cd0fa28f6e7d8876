import type { ViewContext } from '../../../contracts/action.js';
import type { Told } from '../../../domain/case/cards.js';
import { correctionReasons, type CorrectionReason } from '../../../domain/case/events.js';
import { isReminder, stillReminds } from '../../../domain/case/reminders.js';
import { referralStates } from '../../../domain/case/states.js';
import { day, moment, oneStop, ordinal } from '../../../texts/format.js';
import { texts, type TextKey, type Values } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { codeWord, stateInLine } from '../../../texts/referral-words.js';
import { sentenceFor } from './event-sentences.js';
import type { PostFacts } from './post-facts.js';

/** What is told, and of which referral. */
interface Telling extends PostFacts {
  readonly what: string;
  readonly data: Told;
}

/** The sentence for what happened to a referral, for its CLB; and that the desk wrote it down. */
export function updateSentence(facts: Telling, context: ViewContext): string {
  const say = texts(context.language);
  const isOver = isReminder(facts.what) && !stillReminds(facts.what, facts.referral);
  const told = say(isOver ? 'referral.told.settled' : sentenceFor(facts.what), valuesOf(facts, context));
  const noted =
    facts.data['by'] === 'desk' && !ownOfDesk.includes(facts.what) ? ` ${say('referral.told.by-desk')}` : '';
  return capital(oneStop(`${told}${noted}`));
}

/** What the desk does itself: its sentence says so already. */
const ownOfDesk: readonly string[] = ['assigned', 'delivered', 'not-received'];

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const dateOf = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value : null;

/** Codes, days and names as words. What a sentence may ask and was not given, is `none`. */
function valuesOf(facts: Telling, { language, now, calendar }: ViewContext): Values {
  const { referral, service, provider, data, contactedBy, position } = facts;
  const onDay = (value: unknown): string => {
    const date = dateOf(value);
    return date === null ? 'none' : day(date.slice(0, 10), language, calendar.dayOf(now));
  };
  const at = (value: unknown, otherwise: Date | null): string => {
    const told = dateOf(value) ?? otherwise?.toISOString() ?? null;
    return told === null ? 'none' : moment(new Date(told), language, now);
  };
  const unnamed = texts(language)('referral.referral-update.provider');
  const state = referralStates.find((one) => one === data['state']) ?? referral.state;
  return {
    service: plain(service?.name ?? provider?.name ?? unnamed),
    provider: plain(provider?.name ?? service?.name ?? unnamed),
    who: plain(contactedBy?.name ?? 'none'),
    how: data['how'] ?? 'none',
    contactBy: at(data['contactBy'], referral.contactBy),
    deliverAt: at(data['deliverAt'], referral.deliverAt),
    position: position === null ? 'none' : ordinal(position, language),
    start: onDay(data['expectedStartOn'] ?? data['to'] ?? referral.expectedStartOn),
    until: onDay(data['until'] ?? service?.fullUntil),
    reason: reasonOf(facts, language),
    note: data['note'] ?? 'none',
    roundTable: data['roundTableBy'] ?? provider?.roundTableBy ?? 'none',
    stage: data['stage'] ?? 'none',
    reference: data['reference'] ?? 'none',
    state: stateInLine(language, state),
    answer: answerOf(data, language),
  };
}

/** The answer that was mistaken, in the referrer's words. */
function answerOf(data: Told, language: ViewContext['language']): string {
  const answer = referralStates.find((one) => one === data['answer']);
  return answer === undefined ? 'none' : stateInLine(language, answer);
}

/** Why a mistaken answer was put right, in words; a reason without words does not compile. */
const corrections: Readonly<Record<CorrectionReason, TextKey>> = {
  'wrong-button': 'referral.corrections.wrong-button',
  'wrong-referral': 'referral.corrections.wrong-referral',
  'agreed-otherwise': 'referral.corrections.agreed-otherwise',
};

/** The reason in the words that belong to what happened; of what was not received only whether a channel is missing. */
function reasonOf({ what, data, referral }: Telling, language: ViewContext['language']): string {
  const code = data['reason'] ?? (what === 'no-match' ? referral.noMatchReason : referral.withdrawReason);
  if (typeof code !== 'string') return 'none';
  if (what === 'not-received') return code === 'no-channel' ? 'channel' : 'other';
  const correction = what === 'answer-corrected' ? correctionReasons.find((one) => one === code) : undefined;
  if (correction !== undefined) return texts(language)(corrections[correction]);
  return codeWord(language, what === 'no-match' ? 'no-match-reason' : 'withdraw-reason', code);
}
