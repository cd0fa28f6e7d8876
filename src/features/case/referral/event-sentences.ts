import { askingEvents, besideAnswers, decidingEvents } from '../../../domain/case/messages.js';
import type { CaseEventName } from '../../../domain/case/events.js';
import type { TextKey } from '../../../texts/index.js';

/**
 * What the referrer's CLB reads of each event: a few words for the last line of its post, and a sentence in its thread.
 * Null: it is not told there. An event that is not in here does not compile.
 */
interface Told {
  readonly words: TextKey | null;
  readonly sentence: TextKey | null;
}

const nothing: Told = { words: null, sentence: null };

export const eventSentences: Readonly<Record<CaseEventName, Told>> = {
  'carried-over': nothing,
  registered: { words: 'referral.events.registered', sentence: null },
  recalled: { words: 'referral.events.recalled', sentence: null },
  amended: { words: 'referral.events.amended', sentence: null },
  assigned: { words: 'referral.events.assigned', sentence: 'referral.told.assigned' },
  'delivery-postponed': nothing,
  dispatched: { words: 'referral.events.dispatched', sentence: null },
  'not-received': { words: 'referral.events.not-received', sentence: 'referral.told.not-received' },
  delivered: { words: 'referral.events.delivered', sentence: 'referral.told.delivered' },
  reminded: { words: 'referral.events.reminded', sentence: 'referral.told.reminded' },
  contacted: { words: 'referral.events.contacted', sentence: 'referral.told.contacted' },
  placed: { words: 'referral.events.placed', sentence: 'referral.told.placed' },
  'waitlist-proposed': { words: 'referral.events.waitlist-proposed', sentence: 'referral.told.waitlist-proposed' },
  waitlisted: { words: 'referral.events.waitlisted', sentence: 'referral.told.waitlisted' },
  'no-match': { words: 'referral.events.no-match', sentence: 'referral.told.no-match' },
  full: { words: 'referral.events.full', sentence: 'referral.told.full' },
  'service-full': { words: 'referral.events.service-full', sentence: 'referral.told.service-full' },
  'service-not-full': { words: 'referral.events.service-not-full', sentence: 'referral.told.service-not-full' },
  kept: { words: 'referral.events.kept', sentence: 'referral.told.kept' },
  'place-freed': { words: 'referral.events.place-freed', sentence: 'referral.told.place-freed' },
  'place-confirmed': { words: 'referral.events.place-confirmed', sentence: 'referral.told.place-confirmed' },
  'start-moved': { words: 'referral.events.start-moved', sentence: 'referral.told.start-moved' },
  'answer-undone': { words: 'referral.events.answer-undone', sentence: 'referral.told.answer-undone' },
  'undo-ended': nothing,
  'answer-corrected': { words: 'referral.events.answer-corrected', sentence: 'referral.told.answer-corrected' },
  completed: { words: 'referral.events.completed', sentence: null },
  reopened: { words: 'referral.events.reopened', sentence: null },
  withdrawn: { words: 'referral.events.withdrawn', sentence: 'referral.told.withdrawn' },
  'referred-on': { words: 'referral.events.referred-on', sentence: null },
  'question-asked': { words: 'referral.events.question-asked', sentence: null },
  'question-answered': { words: 'referral.events.question-answered', sentence: null },
  'question-withdrawn': { words: 'referral.events.question-withdrawn', sentence: null },
  'note-left': { words: 'referral.events.note-left', sentence: null },
  'question-reminded': nothing,
  'question-closed': nothing,
  'placed-elsewhere': { words: 'referral.events.placed-elsewhere', sentence: 'referral.told.placed-elsewhere' },
  'handed-over': { words: 'referral.events.handed-over', sentence: null },
  'kept-beside': { words: 'referral.events.kept-beside', sentence: 'referral.told.kept-beside' },
  'place-elsewhere-ended': { words: 'referral.events.place-elsewhere-ended', sentence: null },
  'beside-reminded': nothing,
  'check-in-asked': { words: 'referral.events.check-in-asked', sentence: null },
  'check-in-reminded': nothing,
  'waiting-confirmed': { words: 'referral.events.waiting-confirmed', sentence: 'referral.told.waiting-confirmed' },
  'returned-to-list': { words: 'referral.events.returned-to-list', sentence: 'referral.told.returned-to-list' },
  'return-ended': nothing,
  'match-found': { words: 'referral.events.match-found', sentence: null },
  'followed-up': nothing,
  'file-opened': nothing,
  erased: { words: 'referral.events.erased', sentence: null },
};

type LeftState = 'beside' | 'recalled' | 'waitlist-proposed' | 'place-free' | 'full' | 'no-match';

/** States that wait for the CLB: when it stays there too long, the referrer is reminded. */
const reminders: Readonly<Record<`left-${LeftState}`, TextKey>> = {
  'left-beside': 'referral.told.left-beside',
  'left-recalled': 'referral.told.left-recalled',
  'left-waitlist-proposed': 'referral.told.left-waitlist-proposed',
  'left-place-free': 'referral.told.left-place-free',
  'left-full': 'referral.told.left-full',
  'left-no-match': 'referral.told.left-no-match',
};

/** The sentence of what is told in the thread; a general one for what was stored before and is told no more. */
export function sentenceFor(what: string): TextKey {
  const told = (eventSentences as Readonly<Record<string, Told | undefined>>)[what]?.sentence;
  return told ?? (reminders as Readonly<Record<string, TextKey | undefined>>)[what] ?? 'referral.told.other';
}

/** The words of an event for the last line of a post; null when it says nothing to the CLB. */
export const wordsFor = (name: string): TextKey | null =>
  (eventSentences as Readonly<Record<string, Told | undefined>>)[name]?.words ?? null;

type Deciding = Extract<
  CaseEventName,
  | 'kept'
  | 'place-confirmed'
  | 'withdrawn'
  | 'referred-on'
  | 'answer-undone'
  | 'answer-corrected'
  | 'kept-beside'
  | 'place-elsewhere-ended'
>;

/** What became of a question, once somebody decided or something else was asked. */
const decisions: Readonly<Record<Deciding | (typeof askingEvents)[number], TextKey>> = {
  kept: 'referral.decided.kept',
  'place-confirmed': 'referral.decided.place-confirmed',
  'kept-beside': 'referral.decided.kept-beside',
  'place-elsewhere-ended': 'referral.decided.place-elsewhere-ended',
  withdrawn: 'referral.decided.withdrawn',
  'referred-on': 'referral.decided.referred-on',
  'answer-undone': 'referral.decided.answer-undone',
  'answer-corrected': 'referral.decided.answer-corrected',
  'waitlist-proposed': 'referral.decided.waitlist-proposed',
  full: 'referral.decided.full',
  'no-match': 'referral.decided.no-match',
  'place-freed': 'referral.decided.place-freed',
};

/** Whether an event answers what was asked before it, or asks something else in its place. */
export const endsQuestion = (name: string, asked: string): boolean =>
  asked === 'placed-elsewhere'
    ? (besideAnswers as readonly string[]).includes(name)
    : (decidingEvents as readonly string[]).includes(name) || (askingEvents as readonly string[]).includes(name);

/** The words for it. */
export const decisionFor = (name: string): TextKey =>
  (decisions as Readonly<Record<string, TextKey | undefined>>)[name] ?? 'referral.decided.other';
