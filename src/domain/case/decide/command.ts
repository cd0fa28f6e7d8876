import type { Calendar } from '../../calendar.js';
import type { NoMatchReason, OutOfOrderReason, TrajectoryOutcome, WithdrawReason } from '../../codes.js';
import type { NoteId, OrganisationId, PersonId, QuestionId, ServiceId } from '../../ids.js';
import type { LocalDate } from '../../local-date.js';
import type { Settings } from '../../settings.js';
import type { EventBy } from '../aggregate.js';
import type { CaseEvent, CorrectionReason, NotReceivedReason } from '../events.js';
import type { CaseActor, Denial } from '../policy.js';
import type { QuestionSide } from '../question.js';
import type { AskedFacts, HeldReason, Referral, ReferralFacts } from '../referral.js';

/** The service a referral is addressed to, as far as a decision looks at it. */
export interface AddressedService {
  readonly id: ServiceId;
  readonly organisationId: OrganisationId;
  readonly fullUntil: LocalDate | null;
}

/** What is known when something is decided about a referral. */
export interface CaseStanding {
  readonly referral: Referral;
  /** Null: nobody has chosen yet. */
  readonly service: AddressedService | null;
  /** Whether the provider has a linked channel in which the offer can stand. */
  readonly hasChannel: boolean;
  /** Named by the desk for the provider; null when there is none. */
  readonly coordinatorId: PersonId | null;
  /** The last thing that somebody or the program did; null for a referral from before there were events. */
  readonly last: CaseEvent | null;
}

/** Everything that can be asked of a referral; `act` is the act in the policy. */
export type CaseCommand =
  | { readonly act: 'resend'; readonly facts: ReferralFacts; readonly held: HeldReason | null }
  | { readonly act: 'recall' }
  | { readonly act: 'assign'; readonly service: AddressedService }
  | { readonly act: 'take-match'; readonly service: AddressedService }
  /** `now`: also outside the desk's hours. */
  | { readonly act: 'deliver'; readonly now: boolean }
  | { readonly act: 'receive' }
  | { readonly act: 'miss'; readonly reason: NotReceivedReason }
  | { readonly act: 'end-undo' }
  | { readonly act: 'note-phoned' }
  | { readonly act: 'contact' }
  | { readonly act: 'place' }
  | { readonly act: 'propose-waitlist' | 'put-on-waitlist'; readonly expectedStartOn: LocalDate | null }
  | { readonly act: 'refuse-match'; readonly reason: NoMatchReason; readonly note: boolean }
  /** `marking`: the act that says the service is full; `asked`: this referral was answered with it. */
  | { readonly act: 'mark-full'; readonly until: LocalDate; readonly marking: string; readonly asked: boolean }
  | { readonly act: 'hear-full'; readonly until: LocalDate; readonly marking: string }
  | { readonly act: 'hear-open'; readonly marking: string }
  | { readonly act: 'undo' }
  | { readonly act: 'correct'; readonly reason: CorrectionReason }
  | { readonly act: 'keep' }
  | { readonly act: 'free-place'; readonly reason: OutOfOrderReason | null }
  | { readonly act: 'confirm-place' }
  | { readonly act: 'move-start'; readonly to: LocalDate | null }
  | {
      readonly act: 'refer-on';
      readonly to: string;
      readonly chosen: string;
      readonly first: 'withdraw' | 'keep' | 'over';
    }
  | { readonly act: 'ask-question' | 'answer-question'; readonly question: QuestionId; readonly text: string }
  | { readonly act: 'withdraw-question'; readonly question: QuestionId }
  | { readonly act: 'leave-note'; readonly note: NoteId; readonly text: string }
  | { readonly act: 'amend'; readonly field: string; readonly facts: AskedFacts }
  | { readonly act: 'withdraw'; readonly reason: WithdrawReason }
  | { readonly act: 'complete'; readonly outcome: TrajectoryOutcome }
  | { readonly act: 'reopen' }
  | { readonly act: 'remind' }
  | { readonly act: 'remind-question' }
  /** `from`: who has it on his or her name now. */
  | { readonly act: 'hand-over'; readonly of: QuestionSide; readonly from: PersonId; readonly to: PersonId }
  | { readonly act: 'keep-beside' | 'remind-beside' | 'confirm-waiting' | 'return-to-list' }
  /** `along`: with the rest of the worker's list, before its own time. */
  | { readonly act: 'check-in'; readonly along: boolean }
  | { readonly act: 'match'; readonly serviceId: ServiceId; readonly on: LocalDate }
  | { readonly act: 'follow-up' }
  | { readonly act: 'open-file'; readonly what: string }
  /** What the school hears of its trajectory. */
  | { readonly act: 'open-school' }
  | { readonly act: 'erase'; readonly why: 'asked' | 'term' };

export type CommandOf<A extends CaseCommand['act']> = Extract<CaseCommand, { act: A }>;

/** Who asks, when, and what the desk has set. `by` without its side: the policy gives it. */
export interface CaseMoment {
  readonly now: Date;
  readonly actor: CaseActor;
  readonly by: Pick<EventBy, 'personId' | 'organisationId'>;
  readonly calendar: Calendar;
  readonly settings: Settings;
}

/** Why nothing happens. `state` and `undo-too-late`: the card that was pressed is out of date. */
export interface CaseRefusal {
  readonly denied: Denial;
}

/** What an act makes of a referral, once the policy has allowed it. An empty list: nothing new. */
export type Decider<A extends CaseCommand['act']> = (
  standing: CaseStanding,
  command: CommandOf<A>,
  by: EventBy,
  moment: CaseMoment,
) => readonly CaseEvent[];
