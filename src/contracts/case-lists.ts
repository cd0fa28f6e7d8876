import type { ListCheck } from '../domain/case/check-in.js';
import type { Referral } from '../domain/case/referral.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Service } from '../domain/organisation.js';
import type { RoundTable } from '../domain/round-table/round-table.js';
import type { Trajectory } from '../domain/trajectory/trajectory.js';
import type { DraftId, OrganisationId, PersonId, ReferralId, ServiceId } from '../domain/ids.js';

/** Why something stands where it stands on a list, in the order in which it is told. */
export const ranks = ['choose', 'late', 'look', 'open', 'waits', 'draft'] as const;
export type Rank = (typeof ranks)[number];

/** Whose list, and which part of it. */
export interface WorklistFilter {
  readonly of: 'clb' | 'provider' | 'desk';
  readonly organisationIds: readonly OrganisationId[];
  /** Only what this person referred; null: everything of the organisations. */
  readonly personId: PersonId | null;
  /** Intakes under way that stand on this list, in order; the referral that one of them changes is left out. */
  readonly drafts: readonly DraftId[];
  readonly now: Date;
  readonly offset: number;
  readonly limit: number;
}

/** One line of a list: a referral with the name of its service, or an intake under way. */
export type WorklistRow =
  | {
      readonly kind: 'referral';
      readonly rank: Rank;
      readonly referral: Referral;
      readonly service: string | null;
      /** Whom to call on both sides, with the number; null: there is none yet. */
      readonly sides: Readonly<
        Record<'clb' | 'provider', { readonly name: string; readonly phone: string | null } | null>
      >;
      /** The one that counts now, where there is a place. */
      readonly roundTable: RoundTable | null;
      /** The one that counts now, where there is a place or was one to its end. */
      readonly trajectory: Trajectory | null;
      /** One before it that is over, of which the CLB released a message that the school has not had. */
      readonly released: Trajectory | null;
    }
  | { readonly kind: 'draft'; readonly rank: 'draft'; readonly draftId: DraftId; readonly reference: string | null };

/** One part of a list, and how many lines there are of each rank. */
export interface Worklist {
  readonly rows: readonly WorklistRow[];
  readonly counts: Readonly<Record<Rank, number>>;
}

/** One part of the waiting list of a service, in order (R11), and what is told of the whole. */
export interface WaitingPage {
  readonly rows: readonly Referral[];
  readonly count: number;
  /** Nobody but single pupils waits. */
  readonly pupilsOnly: boolean;
  /** The oldest first registration; null when nobody waits. */
  readonly oldest: Date | null;
  /** The first for whom no place was told yet. */
  readonly first: Referral | null;
  /** How many still wait for a place to be told. */
  readonly callable: number;
  /** Places that were told and can still be taken back, oldest first. */
  readonly undoable: readonly Referral[];
}

export interface WaitingCount {
  readonly serviceId: ServiceId;
  readonly count: number;
  readonly oldest: Date;
}

/** One who waits on a list, or left it so recently that it may come back, as the worker who referred sees it. */
export interface WaitingOfWorker {
  readonly referral: Referral;
  readonly service: string;
  /** Null once it left the list. */
  readonly position: number | null;
}

/** One whom a service with room would fit, as the worker who referred sees it. */
export interface MatchedOfWorker extends Omit<WaitingOfWorker, 'service'> {
  /** Where it stands now; null: the desk holds it, because nobody chose yet. */
  readonly service: string | null;
}

/** A waiting list in one line, counted by the database. */
export interface ServiceListLine {
  readonly service: Service;
  /** Name of who offers it. */
  readonly provider: string;
  readonly count: number;
  /** The oldest first registration. */
  readonly oldest: Date;
  /** Since when the first of them is on the list. */
  readonly since: Date;
  readonly urgent: number;
  /** Of whom the CLB did not say that they are still needed. */
  readonly unconfirmed: number;
  /** Who has a place that the CLB is to confirm. */
  readonly free: number;
  /** The first start that is expected; null: none is. */
  readonly startOn: LocalDate | null;
  /** What the provider was asked about it, and confirmed; null: nothing yet. */
  readonly check: ListCheck | null;
}

/** Who would fit in a service with room, and is helped nowhere yet. */
export interface ReadMatching {
  /** One referral of each trail, in order of the trails after this one; not who was told of the service since then. */
  unhelpedFor(
    service: Service,
    toldSince: Date,
    after: string | null,
    limit: number,
  ): Promise<{ readonly id: ReferralId; readonly trailId: string }[]>;
  /** Those of one worker who were told of a service and whom it still would fit; urgent first, then the longest waiting. */
  matchedOf(person: PersonId, service: ServiceId): Promise<MatchedOfWorker[]>;
}

/** Lists and counts of referrals: filtered, ordered, counted and cut into pages by the database. */
export interface ReadCaseLists extends ReadMatching {
  worklist(filter: WorklistFilter): Promise<Worklist>;
  waitingPage(service: ServiceId, part: { readonly offset: number; readonly limit: number }): Promise<WaitingPage>;
  /** Those who still wait behind the first for whom no place was told, in order. */
  waitingBehindFirst(service: ServiceId, limit: number): Promise<Referral[]>;
  /** Everything that a worker has on a waiting list, or just took off one; urgent first, then the longest waiting. */
  waitingOf(person: PersonId): Promise<WaitingOfWorker[]>;
  /** The list of a service, or all on which somebody waits, the longest waiting first. */
  serviceLists(of: ServiceId | null): Promise<ServiceListLine[]>;
  /** How many wait at each of these services; one where nobody waits is left out. */
  waitingCounts(services: readonly ServiceId[]): Promise<WaitingCount[]>;
  /** Referrals whose cards show how their service stands, by id, after this one. */
  shownWithService(service: ServiceId, after: ReferralId | null, limit: number): Promise<ReferralId[]>;
}
