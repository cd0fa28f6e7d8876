import { caseCards, type Told } from './cards.js';
import type { CaseEvent, CaseEventName } from './events.js';
import { clbPost, offerPost, type CaseMessage } from './posts.js';
import { questionMessages } from './question-messages.js';
import { isKnownToProvider } from './policy.js';
import { isReminder } from './reminders.js';
import type { Referral } from './referral.js';

/** When a side is told of an event: never, always, or only when the desk did it in its name. */
type When = 'never' | 'always' | 'by-desk';

/** Who hears of what in its own thread. An event that is not in here does not compile. */
const tells: Readonly<Record<CaseEventName, { readonly clb: When; readonly provider: When }>> = {
  'carried-over': { clb: 'never', provider: 'never' },
  registered: { clb: 'never', provider: 'never' },
  recalled: { clb: 'never', provider: 'never' },
  amended: { clb: 'never', provider: 'always' },
  // The CLB itself chooses a service of which it was told.
  assigned: { clb: 'by-desk', provider: 'never' },
  'delivery-postponed': { clb: 'never', provider: 'never' },
  dispatched: { clb: 'never', provider: 'never' },
  'not-received': { clb: 'always', provider: 'never' },
  // That it arrived stands on the post already; that the desk phoned is what somebody else did.
  delivered: { clb: 'by-desk', provider: 'never' },
  reminded: { clb: 'always', provider: 'never' },
  contacted: { clb: 'always', provider: 'by-desk' },
  placed: { clb: 'always', provider: 'by-desk' },
  'waitlist-proposed': { clb: 'always', provider: 'by-desk' },
  waitlisted: { clb: 'always', provider: 'by-desk' },
  'no-match': { clb: 'always', provider: 'by-desk' },
  full: { clb: 'always', provider: 'by-desk' },
  'service-full': { clb: 'always', provider: 'never' },
  'service-not-full': { clb: 'always', provider: 'never' },
  kept: { clb: 'by-desk', provider: 'always' },
  'place-freed': { clb: 'always', provider: 'by-desk' },
  'place-confirmed': { clb: 'by-desk', provider: 'always' },
  'start-moved': { clb: 'always', provider: 'by-desk' },
  'answer-undone': { clb: 'always', provider: 'by-desk' },
  'answer-corrected': { clb: 'always', provider: 'by-desk' },
  'undo-ended': { clb: 'never', provider: 'never' },
  withdrawn: { clb: 'by-desk', provider: 'always' },
  // The trajectory tells it.
  completed: { clb: 'never', provider: 'never' },
  reopened: { clb: 'never', provider: 'never' },
  'referred-on': { clb: 'never', provider: 'always' },
  'followed-up': { clb: 'never', provider: 'never' },
  'file-opened': { clb: 'never', provider: 'never' },
  // The posts themselves say it.
  erased: { clb: 'never', provider: 'never' },
  'placed-elsewhere': { clb: 'always', provider: 'never' },
  // One word in the channel tells of everything that somebody takes over.
  'handed-over': { clb: 'never', provider: 'never' },
  'kept-beside': { clb: 'by-desk', provider: 'never' },
  'place-elsewhere-ended': { clb: 'never', provider: 'never' },
  'beside-reminded': { clb: 'never', provider: 'never' },
  // Asked on one card for the whole list of a worker: see `postsOf`.
  'check-in-asked': { clb: 'never', provider: 'never' },
  'check-in-reminded': { clb: 'never', provider: 'never' },
  'waiting-confirmed': { clb: 'by-desk', provider: 'never' },
  'returned-to-list': { clb: 'by-desk', provider: 'always' },
  'return-ended': { clb: 'never', provider: 'never' },
  // Told on one card for all pupils of a worker whom it would fit: see `postsOf`.
  'match-found': { clb: 'never', provider: 'never' },
  // Told apart, to the one side that it concerns: see `questionMessages`.
  'question-asked': { clb: 'never', provider: 'never' },
  'question-answered': { clb: 'never', provider: 'never' },
  'question-withdrawn': { clb: 'never', provider: 'never' },
  'question-reminded': { clb: 'never', provider: 'never' },
  'question-closed': { clb: 'never', provider: 'never' },
  'note-left': { clb: 'never', provider: 'never' },
};

/** Answers of the provider to the referral itself. */
export const providerAnswers: readonly CaseEventName[] = [
  'placed',
  'waitlist-proposed',
  'waitlisted',
  'no-match',
  'full',
  'place-freed',
];

/** Events of which the desk speaks in the provider's name: its thread reads that it was noted, and what. */
const answers: readonly CaseEventName[] = ['contacted', ...providerAnswers, 'start-moved'];

/** Events after which the referrer has something to decide: their reply becomes the decision. */
export const askingEvents = ['waitlist-proposed', 'full', 'no-match', 'place-freed'] as const satisfies CaseEventName[];
/** Also whether it is still needed beside a place elsewhere: that stands beside what its own state asks. */
export const asksReferrer = (name: string): boolean =>
  name === 'placed-elsewhere' || (askingEvents as readonly string[]).includes(name);

/** Events that answer whether it is still needed beside a place elsewhere. */
export const besideAnswers: readonly CaseEventName[] = ['kept-beside', 'place-elsewhere-ended', 'withdrawn'];

/** Events that answer what was asked. */
export const decidingEvents: readonly CaseEventName[] = [
  'kept',
  'place-confirmed',
  'withdrawn',
  'referred-on',
  'answer-undone',
  'answer-corrected',
];

/** The data of an event as a sentence may tell it: flat, instants as text; that the desk noted it. */
export function toldOf({ data, side }: CaseEvent): Told {
  const flat = Object.entries(data).flatMap(([key, value]) => {
    if (value instanceof Date) return [[key, value.toISOString()]];
    return value === null || typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [];
  });
  return { ...(Object.fromEntries(flat) as Told), ...(side === 'desk' ? { by: 'desk' } : {}) };
}

const keyOf = (event: CaseEvent, after: Referral, to: string): string =>
  `referral:${after.id}:${to}:${event.name}:${after.version}`;

const reply = (key: string, card: ReturnType<typeof caseCards.update.with>, to: string): CaseMessage => ({
  key,
  ...card,
  to: { under: to },
  mention: null,
  living: false,
  receipt: null,
});

/** A reply in the CLB's thread that mentions the referrer. */
function toClb(event: CaseEvent, after: Referral, what: string = event.name): CaseMessage {
  const update = { referralId: after.id, what, data: toldOf(event), at: event.at.toISOString() };
  return {
    ...reply(keyOf(event, after, 'update'), caseCards.update.with(update), clbPost(after.id)),
    mention: after.referrerId,
    living: asksReferrer(event.name) || isReminder(what),
  };
}

/** A reply in the provider's thread that mentions who has the case on his or her name; nothing before it was received. */
function toProvider(event: CaseEvent, after: Referral, what: string, data: Told): CaseMessage[] {
  if (after.serviceId === null || !isKnownToProvider(after)) return [];
  const update = { referralId: after.id, what, data };
  const key = keyOf(event, after, 'offer-update');
  return [
    {
      ...reply(key, caseCards.offerUpdate.with(update), offerPost(after.id, after.serviceId)),
      mention: after.contactedBy,
      living: isReminder(what),
    },
  ];
}

/** The provider reads what the other side did, and what the desk noted in its name. */
function forProvider(event: CaseEvent, after: Referral): CaseMessage[] {
  if (answers.includes(event.name)) return toProvider(event, after, 'noted', { state: after.state });
  if (event.name === 'referred-on')
    return event.data.to !== null && event.data.kept ? toProvider(event, after, 'elsewhere', toldOf(event)) : [];
  return toProvider(event, after, event.name, toldOf(event));
}

/** The reminder itself: in the provider's thread, or in the coordinator's chat; before the desk it stands as a post (R9). */
function reminders(event: CaseEvent<'reminded'>, after: Referral): CaseMessage[] {
  const { stage, coordinatorId } = event.data;
  if (stage === 'provider') return toProvider(event, after, 'reminder', {});
  if (stage === 'desk' || coordinatorId === null) return [];
  return [
    {
      key: keyOf(event, after, 'coordinator'),
      ...caseCards.coordinator.with({ referralId: after.id }),
      to: { person: coordinatorId },
      urgent: true,
      mention: null,
      living: true,
      receipt: null,
    },
  ];
}

/** Its owner is reminded that a referral stays where it is; before the desk it stands as a post. */
function followUps(event: CaseEvent<'followed-up'>, after: Referral): CaseMessage[] {
  if (event.data.owner === 'clb') return [toClb(event, after, `left-${after.state}`)];
  return event.data.owner === 'provider' ? toProvider(event, after, `left-${after.state}`, {}) : [];
}

const isTold = (when: When, { side }: CaseEvent): boolean =>
  when === 'always' || (when === 'by-desk' && side === 'desk');

/** What has ended is not asked whether it is still needed beside another place. */
const isOverBeside = ({ name }: CaseEvent, { state }: Referral): boolean =>
  name === 'placed-elsewhere' && state === 'completed';

/** Who is told what, once: every message that follows from one event. Pure. */
export function messagesFor(event: CaseEvent, before: Referral | null, after: Referral): CaseMessage[] {
  const { clb, provider } = tells[event.name];
  return [
    ...(isTold(clb, event) && !isOverBeside(event, after) ? [toClb(event, after)] : []),
    ...(isTold(provider, event) ? forProvider(event, after) : []),
    ...(event.name === 'reminded' ? reminders(event, after) : []),
    ...(event.name === 'followed-up' ? followUps(event, after) : []),
    ...(event.name === 'beside-reminded' && event.data.stage === 'clb' ? [toClb(event, after, 'left-beside')] : []),
    ...questionMessages(event, before, after),
  ];
}
