import { z } from 'zod';
import type { ActionContext, Context } from '../../contracts/action.js';
import type { CaseChange, CaseFacts } from '../../contracts/case.js';
import { id } from '../../contracts/id.js';
import { isRefusal, type Outcome, type Refusal, type Reply } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import {
  decide,
  isDenied,
  isRepeat,
  lateDenials,
  type CaseCommand,
  type CaseStanding,
} from '../../domain/case/decide/index.js';
import { can, type Act, type Denial } from '../../domain/case/policy.js';
import type { ReferralId } from '../../domain/ids.js';
import type { RefusalCode } from '../../domain/refusal.js';
import { stateWord } from '../../texts/referral-words.js';
import { caseActor, organisationFor, theClock } from './case-actor.js';

/**
 * What a button of a case carries: the referral, and how many answers had been taken back when the card was drawn, so that
 * a press on a card of before does not answer anew.
 */
export const caseSubject = z.object({
  referralId: id<ReferralId>(),
  round: z.coerce.number().nullish(),
  /** Says that it was pressed before the desk. */
  why: z.string().nullish(),
});
export type CaseSubject = z.infer<typeof caseSubject>;

/** The card that shows the present state to who pressed. */
export type Present = Extract<Reply, { show: string }>;

/** A referral on which somebody acts, and the card that was pressed. */
export interface ActFacts extends CaseFacts {
  /** Answers taken back when the card was drawn; null when it does not say. */
  readonly drawnIn: number | null;
  /** Pressed on the card before the desk. */
  readonly onDesk: boolean;
}

/** Loads a referral to act on; refuses with `not-found`. */
export async function loadCase(read: Read, subject: CaseSubject): Promise<ActFacts | Refusal> {
  const facts = await read.caseOf(subject.referralId);
  return facts === null
    ? { refused: 'not-found' }
    : { ...facts, drawnIn: subject.round ?? null, onDesk: Boolean(subject.why) };
}

/** What a decision looks at. */
export const standingOf = (facts: CaseFacts): CaseStanding => ({
  referral: facts.referral,
  service: facts.service,
  hasChannel: facts.hasChannel,
  coordinatorId: facts.coordinator?.id ?? null,
  last: (facts.history.at(-1) ?? null) as CaseStanding['last'],
});

/** What is said to somebody on the wrong side, per act. */
const wrongSide: Readonly<Record<Act, RefusalCode>> = {
  resend: 'only-author',
  recall: 'only-author',
  amend: 'only-referrer',
  assign: 'only-desk',
  'take-match': 'only-referrer',
  deliver: 'only-desk',
  receive: 'not-yours',
  miss: 'not-yours',
  'end-undo': 'not-yours',
  'note-phoned': 'only-desk',
  contact: 'only-provider',
  place: 'only-provider',
  'propose-waitlist': 'only-provider',
  'put-on-waitlist': 'only-provider',
  'refuse-match': 'only-provider',
  'mark-full': 'only-provider',
  'hear-full': 'not-yours',
  'hear-open': 'not-yours',
  undo: 'only-provider',
  correct: 'only-provider',
  keep: 'only-referrer',
  'free-place': 'only-provider',
  'confirm-place': 'only-referrer',
  'move-start': 'only-provider',
  'refer-on': 'only-referrer',
  'ask-question': 'not-yours',
  'answer-question': 'not-yours',
  'withdraw-question': 'not-yours',
  'leave-note': 'only-provider',
  'hand-over': 'not-yours',
  'keep-beside': 'only-referrer',
  'confirm-waiting': 'only-referrer',
  'return-to-list': 'only-referrer',
  complete: 'only-provider',
  reopen: 'only-provider',
  withdraw: 'only-referrer',
  remind: 'not-yours',
  'remind-question': 'not-yours',
  'remind-beside': 'not-yours',
  'check-in': 'not-yours',
  match: 'not-yours',
  'follow-up': 'not-yours',
  'see-post': 'not-yours',
  'see-offer': 'not-yours',
  'see-before-desk': 'only-desk',
  'open-file': 'not-yours',
  'open-school': 'not-yours',
  'see-history': 'not-yours',
  'see-read-log': 'not-yours',
  'see-letter': 'not-yours',
  'see-copy': 'not-yours',
  'see-account': 'only-desk',
  erase: 'only-desk',
};

const refusedAs = (denied: Denial, act: Act): RefusalCode => {
  if (denied === 'author') return 'only-author';
  if (denied === 'undo-too-late' || denied === 'placed-elsewhere') return denied;
  return denied === 'side' || denied === 'not-received' ? wrongSide[act] : 'outdated';
};

/** Why a press that does not fit the state any more is not taken: who was first, or that the card is old; with the present state. */
export function whoWasFirst(facts: CaseFacts, { actor }: Pick<ActionContext, 'actor'>, present: Present): Refusal {
  const show = { view: present.show, with: present.with };
  const { lastBy, referral } = facts;
  if (lastBy === null || lastBy.id === actor.person.id) return { refused: 'outdated', show };
  const values = { name: lastBy.name, state: stateWord(actor.language, referral.state).word };
  return { refused: 'somebody-first', values, show };
}

function refusalFor(denied: Denial, act: Act, facts: CaseFacts, context: ActionContext, present: Present): Refusal {
  const refused = refusedAs(denied, act);
  if (refused === 'outdated') return whoWasFirst(facts, context, present);
  return refused === 'undo-too-late' || refused === 'placed-elsewhere'
    ? { refused, show: { view: present.show, with: present.with } }
    : { refused };
}

const momentOf = (context: ActionContext, facts: CaseFacts) => ({
  now: context.now,
  calendar: context.calendar,
  settings: context.settings,
  actor: caseActor(context.actor, facts.referral),
  by: { personId: context.actor.person.id, organisationId: null },
});

/**
 * Whether one of these acts may be done now by this person: null, or why not, with the present state. The same press once
 * more is let through: the decision then shows what it did.
 */
export function mayAct(
  facts: ActFacts,
  acts: readonly Act[],
  context: ActionContext,
  present: Present,
): Refusal | null {
  const { referral, drawnIn } = facts;
  const moment = momentOf(context, facts);
  const verdicts = acts.map((act) => ({ act, verdict: can(moment.actor, act, referral, context.now) }));
  const refused = verdicts.flatMap(({ act, verdict }) =>
    'denied' in verdict ? [{ act, denied: verdict.denied }] : [],
  );
  const isLate = refused.every(({ denied }) => lateDenials.includes(denied));
  const [first] = refused.length === acts.length ? refused : [];
  if (first !== undefined && !(isLate && acts.some((act) => isRepeat(standingOf(facts), act, moment))))
    return refusalFor(first.denied, first.act, facts, context, present);
  const isOfBefore = drawnIn !== null && drawnIn !== referral.round;
  return isOfBefore && refused.length < acts.length ? whoWasFirst(facts, context, present) : null;
}

/** What happens to the referral when somebody does this; or the refusal. No events: this very press was carried out before. */
export function happens(
  facts: CaseFacts,
  command: CaseCommand,
  context: ActionContext,
  present: Present,
): CaseChange | Refusal {
  const { referral } = facts;
  const moment = momentOf(context, facts);
  const decided = decide(standingOf(facts), command, moment);
  if (isDenied(decided)) return refusalFor(decided.denied, command.act, facts, context, present);
  const events = decided.map((one) => ({
    ...one,
    organisationId: organisationFor(context.actor, referral, one.side),
  }));
  return { id: referral.id, before: referral, events };
}

/** An act on one referral: what happens, and the present state as reply. */
export function act(
  facts: CaseFacts,
  command: CaseCommand,
  context: ActionContext,
  present: Present,
): Outcome | Refusal {
  const change = happens(facts, command, context, present);
  return isRefusal(change) ? change : { cases: [change], reply: present };
}

/** What the program does with a referral by itself; nothing when the policy or the state does not ask for it. */
export function actByClock(facts: CaseFacts, command: CaseCommand, context: Context): Outcome {
  const { referral } = facts;
  const decided = decide(standingOf(facts), command, {
    now: context.now,
    calendar: context.calendar,
    settings: context.settings,
    actor: theClock,
    by: { personId: null, organisationId: null },
  });
  return isDenied(decided) ? {} : { cases: [{ id: referral.id, before: referral, events: decided }] };
}
