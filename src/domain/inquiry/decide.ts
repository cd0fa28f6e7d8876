import type { Calendar } from '../calendar.js';
import type { EventBy } from '../case/aggregate.js';
import type { CaseActor } from '../case/policy-table.js';
import type { InquiryMisfit } from '../codes.js';
import type { DraftId, OrganisationId, PersonId, ServiceId } from '../ids.js';
import type { Settings } from '../settings.js';
import { answerInquiryBy, decideInquiryBy, lapsesAt, nextStepOfInquiry } from './clocks.js';
import { inquiryEvent as event, type InquiryEvent } from './events.js';
import type { Inquiry, InquiryAnswer, InquiryFacts } from './inquiry.js';
import { inquiryRights, type InquiryDenial } from './policy.js';

/** Of whom it is asked; null: of the desk. `reached`: whether that provider has a channel. */
export interface Addressee {
  readonly providerId: OrganisationId | null;
  readonly serviceId: ServiceId | null;
  readonly reached: boolean;
}

/** Everything that can be done with a question that is asked; `act` is the act in the policy. */
export type InquiryCommand =
  | {
      readonly act: 'answer';
      readonly answer: InquiryAnswer;
      readonly reason: InquiryMisfit | null;
      readonly text: string | null;
    }
  | { readonly act: 'forward'; readonly to: Addressee }
  | { readonly act: 'refer'; readonly draftId: DraftId }
  | { readonly act: 'hand-over'; readonly from: PersonId; readonly to: PersonId }
  | { readonly act: 'follow-up'; readonly coordinatorId: PersonId | null }
  | { readonly act: 'withdraw' | 'miss' | 'lapse' | 'erase' };

/** Who asks, when, and what the desk has set. `by` without its side: the policy gives it. */
export interface InquiryMoment {
  readonly now: Date;
  readonly actor: CaseActor;
  readonly by: Pick<EventBy, 'personId' | 'organisationId'>;
  readonly calendar: Calendar;
  readonly settings: Settings;
}

type CommandOf<A extends InquiryCommand['act']> = Extract<InquiryCommand, { readonly act: A }>;
type Around = Pick<InquiryMoment, 'calendar' | 'settings'>;
type Decider<A extends InquiryCommand['act']> = (
  inquiry: Inquiry,
  command: CommandOf<A>,
  by: EventBy,
  around: Around,
) => readonly InquiryEvent[];

/** The question itself: what was typed is sealed. */
export const asked = (
  facts: Omit<InquiryFacts, 'worded'>,
  to: Addressee,
  typed: Readonly<Record<string, string>>,
  by: EventBy,
  calendar: Calendar,
): InquiryEvent[] => [
  event(
    'asked',
    { facts: { ...facts, worded: (typed['question'] ?? '') !== '' }, ...to, nextBy: answerInquiryBy(by.at, calendar) },
    { ...by, sealed: typed },
  ),
];

const deciders: { readonly [A in InquiryCommand['act']]: Decider<A> } = {
  /** The same answer again without words is nothing new. */
  answer: (one, { answer, reason, text }, by, { calendar }) =>
    text === null && one.answer === answer && one.reason === reason
      ? []
      : [
          event(
            'answered',
            { answer, reason, nextBy: decideInquiryBy(by.at, calendar) },
            { ...by, ...(text === null ? {} : { sealed: { text } }) },
          ),
        ],
  forward: (one, { to }, by, { calendar }) =>
    one.serviceId === to.serviceId && one.reached
      ? []
      : [event('forwarded', { ...to, nextBy: answerInquiryBy(by.at, calendar) }, by)],
  withdraw: (_one, _command, by) => [event('withdrawn', {}, by)],
  refer: (_one, { draftId }, by) => [event('referred', { draftId }, by)],
  /** Nothing when it is not on that name any more. */
  'hand-over': (one, { from, to }, by) => (one.askerId === from ? [event('handed-over', { from, to }, by)] : []),
  miss: ({ reached, serviceId }, _command, by, { calendar }) =>
    reached && serviceId !== null ? [event('missed', { nextBy: answerInquiryBy(by.at, calendar) }, by)] : [],
  'follow-up': (one, { coordinatorId }, by, { calendar, settings }) => {
    const next = nextStepOfInquiry(one, calendar, settings);
    if (next === null || next.owner === 'clock' || next.by > by.at) return [];
    return [event('followed-up', { owner: next.owner, coordinatorId }, by)];
  },
  lapse: (one, _command, by, { settings }) => (lapsesAt(one, settings) > by.at ? [] : [event('lapsed', {}, by)]),
  erase: (one, _command, by, { settings }) => (lapsesAt(one, settings) > by.at ? [] : [event('erased', {}, by)]),
};

/** What happens to a question before referring: the only place with its rules. Events, none for nothing new, or why not. Pure. */
export function decideInquiry(
  inquiry: Inquiry,
  command: InquiryCommand,
  { now, actor, by, ...around }: InquiryMoment,
): readonly InquiryEvent[] | { readonly denied: InquiryDenial } {
  const allowed = inquiryRights.can(actor, command.act, inquiry, now);
  if ('denied' in allowed) return allowed;
  const decider = deciders[command.act] as Decider<InquiryCommand['act']>;
  return decider(inquiry, command as never, { at: now, side: allowed.side, ...by }, around);
}
