import type { Change } from '../domain/case/aggregate.js';
import type { CaseEvent } from '../domain/case/events.js';
import type { Referral, Side } from '../domain/case/referral.js';
import type { NoteId, OrganisationId, PersonId, QuestionId, ReferralId } from '../domain/ids.js';
import type { RoundTable } from '../domain/round-table/round-table.js';
import type { Trajectory } from '../domain/trajectory/trajectory.js';
import type { Organisation, Person, Service } from '../domain/organisation.js';
import type { Worker } from '../domain/worker.js';

/** One thing that happened to a referral, as it is told; `data` holds codes, ids, dates and numbers only. */
export interface HistoryEvent {
  readonly id: string;
  readonly referralId: ReferralId;
  /** Past tense: `delivered`, `waitlisted`, … */
  readonly name: string;
  readonly at: Date;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  /** Null: from before sides were noted. */
  readonly side: Side | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A post as Teams knows it. */
export interface ThreadPost {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly messageId: string;
}

/** A referral with everything that is told of it and looked at when something is decided; nothing personal of a pupil. */
export interface CaseFacts {
  readonly referral: Referral;
  /** Null: nobody has chosen yet. */
  readonly service: Service | null;
  readonly provider: Organisation | null;
  readonly clb: Organisation | null;
  /** Null: nobody is the desk. */
  readonly desk: Organisation | null;
  readonly referrer: Worker | null;
  readonly contactedBy: Worker | null;
  /** Who gave the present answer. */
  readonly answeredBy: Person | null;
  /** Named by the desk for the provider. */
  readonly coordinator: Person | null;
  /** Who did the last thing; null when the program did. */
  readonly lastBy: Person | null;
  /** Whether the provider has a linked channel. */
  readonly hasChannel: boolean;
  /** The Teams environments in which each side has linked channels; empty without one. */
  readonly tenants: Readonly<Record<'clb' | 'provider' | 'desk', readonly string[]>>;
  /** Where its posts stand in the channels of each side; null as long as one does not. */
  readonly threads: Readonly<Record<'clb' | 'provider', ThreadPost | null>>;
  /** Oldest first. */
  readonly history: readonly HistoryEvent[];
  /** The other referrals of the same trail, oldest first (R12). */
  readonly trail: readonly Referral[];
  /** On the waiting list, 1 for the first; null when it is not on it. */
  readonly position: number | null;
  /** Its round tables, oldest first (R10, R15). */
  readonly roundTables: readonly RoundTable[];
  /** Its trajectories, oldest first; one that was dropped too. */
  readonly trajectories: readonly Trajectory[];
}

/** What was asked or answered in a case, with its words. */
export interface QuestionEntry {
  readonly question: QuestionId | NoteId;
  readonly what: 'asked' | 'answered' | 'noted';
  readonly at: Date;
  readonly side: Side | null;
  readonly person: string | null;
  readonly organisation: string | null;
  /** Null: what was sealed was erased. */
  readonly text: string | null;
}

/** What happens to one referral: its events, in order; `before` is null for a new one. */
export type CaseChange = Change<Referral, CaseEvent>;
