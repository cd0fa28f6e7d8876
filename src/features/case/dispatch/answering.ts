import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import type { ActionContext } from '../../../contracts/action.js';
import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import { deskReasons, type DeskReason } from '../../../contracts/jobs.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { HistoryEvent, Read } from '../../../contracts/read.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Organisation, Person, Service } from '../../../domain/organisation.js';
import { after, type Act, type ReferralState, type Side } from '../../../domain/case/states.js';
import type { Referral } from '../../../domain/case/referral.js';
import { stateWord } from '../../../texts/referral-words.js';
import { plain } from '../../../texts/plain.js';

/**
 * What an answer's button carries: the referral, why it stands before the desk when it is pressed there, and how many
 * answers had been taken back when the card was drawn, so that a press delivered late does not answer anew.
 */
export const answerSubject = z.object({
  referralId: id<ReferralId>(),
  why: z.enum(deskReasons).nullish(),
  round: z.number().nullish(),
});
export type AnswerSubject = z.infer<typeof answerSubject>;

/** A referral that is being answered, with what the answer needs to know. */
export interface AnswerFacts {
  readonly referral: Referral;
  readonly service: Service;
  readonly provider: Organisation;
  /** Who gave the present answer. */
  readonly answeredBy: Person | null;
  /** Answers that were taken back until now. */
  readonly undone: readonly HistoryEvent[];
  readonly subject: AnswerSubject;
}

export const undoneName = 'answer-undone';

/** Loads what an answer needs; refuses with `not-found` when the referral is not with a provider. */
export async function loadAnswer(read: Read, subject: AnswerSubject): Promise<AnswerFacts | Refusal> {
  const referral = await read.referral(subject.referralId);
  const service = referral?.serviceId ? await read.service(referral.serviceId) : null;
  const provider = referral?.providerId ? await read.organisation(referral.providerId) : null;
  if (referral === null || service === null || provider === null) return { refused: 'not-found' };
  const answeredBy = referral.answeredBy === null ? null : await read.person(referral.answeredBy);
  const undone = (await read.history(referral.id)).filter(({ name }) => name === undoneName);
  return { referral, service, provider, answeredBy, undone, subject };
}

/** The side on which the actor answers: the addressed provider, or the desk in its name; null for anybody else. */
export function answeringSide(referral: Referral, actor: Actor): Extract<Side, 'provider' | 'desk'> | null {
  if (isOf(actor, referral.providerId) && wasDelivered(referral)) return 'provider';
  return actsFor(actor, 'desk') === null ? null : 'desk';
}

/** Before it was delivered a referral does not exist for the provider (R4). */
export const wasDelivered = (referral: Referral): boolean => referral.deliveredAt !== null;

/** The card that shows the present state to who pressed: before the desk, or the offer. */
export const presentState = ({ referral, subject }: Pick<AnswerFacts, 'referral' | 'subject'>): PresentState =>
  !subject.why
    ? { show: 'referral-offer', with: { referralId: referral.id } }
    : { show: 'desk-referral', with: { referralId: referral.id, why: subject.why } };

interface PresentState {
  readonly show: 'referral-offer' | 'desk-referral';
  readonly with: { readonly referralId: ReferralId; readonly why?: DeskReason };
}

const targetsOf = (acts: readonly AnswerAct[]): ReferralState[] => acts.map((act) => stateAfter[act]);
export type AnswerAct = 'contact' | 'place' | 'propose-waitlist' | 'put-on-waitlist' | 'refuse-match' | 'mark-full';
export const stateAfter: Readonly<Record<AnswerAct, ReferralState>> = {
  contact: 'contacted',
  place: 'placed',
  'propose-waitlist': 'waitlist-proposed',
  'put-on-waitlist': 'waitlisted',
  'refuse-match': 'no-match',
  'mark-full': 'full',
};

/** Whether this very person gave this answer already: a repeated press, which is answered with the present state. */
export const gaveItAlready = ({ referral }: AnswerFacts, acts: readonly AnswerAct[], actor: Actor): boolean =>
  referral.answeredBy === actor.person.id && targetsOf(acts).includes(referral.state);

/** Whether the card was drawn after the last answer that was taken back. */
const isOfThisRound = ({ subject, undone }: AnswerFacts): boolean => (subject.round ?? undone.length) === undone.length;

/**
 * Whether one of these answers may be given now by this person: null, or why not. Somebody else's answer is told with
 * name and state. A repeated press of one's own is let through: `decide` then shows the present state.
 */
export function mayAnswer(facts: AnswerFacts, acts: readonly AnswerAct[], { actor }: ActionContext): Refusal | null {
  const side = answeringSide(facts.referral, actor);
  if (side === null) return { refused: 'only-provider' };
  if (gaveItAlready(facts, acts, actor)) return null;
  if (!isOfThisRound(facts)) return outdated(facts);
  if (acts.some((act: Act) => after(facts.referral.state, act as AnswerAct, side) !== null)) return null;
  return tooLate(facts, actor);
}

/** Why an answer that does not fit the state any more is not taken. */
export function tooLate(facts: AnswerFacts, actor: Actor): Refusal {
  const { answeredBy, referral } = facts;
  const byOther = answeredBy !== null && answeredBy.id !== actor.person.id && referral.state !== 'withdrawn';
  if (!byOther) return outdated(facts);
  const values = { name: plain(answeredBy.name), state: stateWord(actor.language, referral.state).word };
  return { ...outdated(facts), refused: 'somebody-first', values };
}

export const outdated = (facts: AnswerFacts): Refusal => {
  const { show, with: params } = presentState(facts);
  return { refused: 'outdated', show: { view: show, with: params } };
};
