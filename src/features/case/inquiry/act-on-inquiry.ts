import { z } from 'zod';
import type { ActionContext, Context } from '../../../contracts/action.js';
import type { Actor } from '../../../contracts/actor.js';
import { id } from '../../../contracts/id.js';
import type { InquiryCase } from '../../../contracts/inquiry.js';
import type { Outcome, Refusal, Reply } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { InquiryId } from '../../../domain/ids.js';
import { inquiryCards, inquiryReaders, type InquiryReader, type OnInquiry } from '../../../domain/inquiry/cards.js';
import { isOverForProvider } from '../../../domain/inquiry/inquiry.js';
import { decideInquiry, type InquiryCommand, type InquiryMoment } from '../../../domain/inquiry/decide.js';
import type { InquiryChange, InquiryEvent } from '../../../domain/inquiry/events.js';
import { inquiryRights, type InquiryAct, type InquiryDenial } from '../../../domain/inquiry/policy.js';
import { caseActor, organisationFor, theClock } from '../case-actor.js';

/** What a button of a question before referring carries: which one, and on whose card it stands. */
export const inquirySubject = z.object({
  inquiryId: id<InquiryId>(),
  side: z.enum(inquiryReaders).catch('clb'),
});

/** A question on which somebody acts, and the card that was pressed. */
export interface ActingOn extends InquiryCase {
  readonly side: InquiryReader;
  /** It was passed on to another provider: nothing is asked any more of who has this card. */
  readonly isElsewhere?: boolean;
}

/** Loads a question to act on; refuses with `not-found`. */
export async function loadInquiry(
  read: Read,
  { inquiryId, side }: z.output<typeof inquirySubject>,
): Promise<ActingOn | Refusal> {
  const facts = await read.inquiry(inquiryId);
  return facts === null ? { refused: 'not-found' } : { ...facts, side };
}

/** The question as this person may read it: a press may name any side, but shows one's own. */
export function readBy(facts: ActingOn, actor: Actor | null): ActingOn {
  const { sides } = caseActor(actor, partyOf(facts));
  const own = inquiryReaders.find((side) => sides.includes(side));
  return own === undefined || sides.includes(facts.side) ? facts : { ...facts, side: own };
}

/** Whether this reader learns no more than that it was asked, and what came of it. */
export const isClosedFor = ({ side, inquiry, isElsewhere }: ActingOn): boolean =>
  side === 'provider' && (isElsewhere === true || isOverForProvider(inquiry));

export const onCard = ({ inquiry, side }: ActingOn): OnInquiry => ({ inquiryId: inquiry.id, side });

/** The card that shows the present state to who pressed. */
export const present = (facts: ActingOn): Extract<Reply, { show: string }> => inquiryCards.card.shown(onCard(facts));

/** Who somebody is for a question, as for a referral: of its CLB, of its provider, of the desk. */
export const partyOf = ({ inquiry }: Pick<InquiryCase, 'inquiry'>) => ({ ...inquiry, referrerId: inquiry.askerId });

const momentOf = (context: ActionContext, facts: InquiryCase): InquiryMoment => ({
  now: context.now,
  calendar: context.calendar,
  settings: context.settings,
  actor: caseActor(context.actor, partyOf(facts)),
  by: { personId: context.actor.person.id, organisationId: null },
});

/** What is said of a press that does not fit the moment: the present card goes along. */
function refusalOf(denied: InquiryDenial, facts: ActingOn, context: ActionContext): Refusal {
  if (denied === 'side')
    return { refused: momentOf(context, facts).actor.sides.includes('clb') ? 'only-provider' : 'not-yours' };
  const { show: view, with: params } = present(facts);
  return { refused: denied === 'erased' ? 'file-closed' : 'outdated', show: { view, with: params } };
}

/** Whether this act may be done now: null, or why not. */
export function mayDo(facts: ActingOn, act: InquiryAct, context: ActionContext): Refusal | null {
  const verdict = inquiryRights.can(momentOf(context, facts).actor, act, facts.inquiry, context.now);
  return 'side' in verdict ? null : refusalOf(verdict.denied, facts, context);
}

/** What happens to a question when somebody does this; or the refusal. */
export function happensTo(facts: ActingOn, command: InquiryCommand, context: ActionContext): InquiryChange | Refusal {
  const decided = decideInquiry(facts.inquiry, command, momentOf(context, facts));
  if ('denied' in decided) return refusalOf(decided.denied, facts, context);
  const events = decided.map((one) => ({
    ...one,
    organisationId: organisationFor(context.actor, facts.inquiry, one.side),
  })) as InquiryEvent[];
  return { id: facts.inquiry.id, before: facts.inquiry, events };
}

/** An act on one question: what happens, and the present state as reply. */
export function doIt(facts: ActingOn, command: InquiryCommand, context: ActionContext): Outcome | Refusal {
  const change = happensTo(facts, command, context);
  return 'refused' in change ? change : { inquiries: [change], reply: present(facts) };
}

/** What the program does with a question by itself; nothing when the policy or the state does not ask for it. */
export function doByClock(
  { inquiry }: Pick<InquiryCase, 'inquiry'>,
  command: InquiryCommand,
  context: Context,
): Outcome {
  const { now, calendar, settings } = context;
  const by = { personId: null, organisationId: null };
  const decided = decideInquiry(inquiry, command, { now, calendar, settings, actor: theClock, by });
  return 'denied' in decided ? {} : { inquiries: [{ id: inquiry.id, before: inquiry, events: decided }] };
}
