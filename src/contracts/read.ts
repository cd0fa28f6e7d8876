import type { CaseFile, Draft, Identity, Trail } from '../domain/draft.js';
import type { KnownSchool, ServiceNow } from '../domain/intake/index.js';
import type { Figures } from '../domain/figures/index.js';
import type {
  DraftId,
  InquiryId,
  OrganisationId,
  PersonId,
  ChannelId,
  ReferralId,
  RoundTableId,
  TrajectoryId,
  ServiceId,
  TrailId,
} from '../domain/ids.js';
import type { Organisation, OrganisationKind, Person, Channel, Service } from '../domain/organisation.js';
import type { Referral } from '../domain/case/referral.js';
import type { QuestionSide } from '../domain/case/question.js';
import type { ReferralState } from '../domain/case/states.js';
import type { SamePupil } from '../domain/case/same-pupil.js';
import type { WorkerDetails } from '../domain/worker.js';
import type { CaseFacts, QuestionEntry } from './case.js';
import type { ReadAnswers } from './read-answers.js';
import type { ReadMaps } from './read-maps.js';
import type { ReadCaseLists } from './case-lists.js';
import type { ReadHelpLines } from './read-help-lines.js';
import type { ReadLinking } from './read-linking.js';
import type { ReadTimeline } from './read-timeline.js';
import type { InquiryCase, InquiryFilter, InquiryList, InquiryWords, StoredInquiry } from './inquiry.js';
import type {
  RunningTrajectory,
  RunningFilter,
  SchoolText,
  StillAsked,
  StillFilter,
  TrajectoryCase,
} from './trajectory.js';
import type { RoundTableFacts, StoredWithTables } from './round-table.js';
import type { ReadWorkgroup } from './read-workgroup.js';
import type { StoredPost } from '../domain/case/reconcile.js';
import type { PostKey, ViewSlug } from '../domain/reference-to.js';

export interface ReferralFilter {
  readonly clbId?: OrganisationId;
  readonly referrerId?: PersonId;
  readonly providerId?: OrganisationId;
  readonly serviceId?: ServiceId;
  readonly trailId?: TrailId;
  readonly states?: readonly ReferralState[];
  /** Contact was expected before this moment (R9). */
  readonly contactDueBefore?: Date;
  /** Only what exists for the provider: it was received, or it stands on its list (R4). */
  readonly knownToProvider?: true;
  /** At most so many (default 100), newest registration first. */
  readonly limit?: number;
  readonly offset?: number;
}

/** Who has so many open cases, and questions before referring, on his or her name. */
export interface OnName {
  readonly person: Person;
  readonly count: number;
  readonly questions: number;
}

/** Somebody who left the team of an organisation, with so many open cases on his or her name. */
export interface GoneWorker {
  readonly organisation: Organisation;
  readonly side: QuestionSide;
  readonly person: Person;
  readonly count: number;
  /** Questions before referring that he or she asked. */
  readonly questions: number;
}

/** To what something happened: the referral itself, what hangs on it, or a question before there is one. */
export type HappenedTo = 'referral' | 'round-table' | 'trajectory' | 'inquiry';

/** What others did with one case or one question before referring: events by name, oldest first, by whom; nothing of the pupil. */
export type Happened = {
  readonly events: readonly {
    readonly of: HappenedTo;
    readonly name: string;
    readonly at: Date;
    readonly by: string | null;
  }[];
} & (
  | { readonly kind: 'referral'; readonly reference: string; readonly state: ReferralState }
  /** `service`: of which it is asked; null: of the desk. `side`: who asked it, or who answered it. */
  | {
      readonly kind: 'inquiry';
      readonly inquiryId: InquiryId;
      readonly service: string | null;
      readonly side: 'clb' | 'provider';
    }
);

/** A message that was kept for somebody: the card that it is. */
export interface GatheredMessage {
  readonly view: ViewSlug;
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** Reading, inside the transaction of the action or in one of its own for a view. Ids that do not exist give null. */
export interface Read
  extends ReadAnswers, ReadMaps, ReadCaseLists, ReadHelpLines, ReadLinking, ReadTimeline, ReadWorkgroup {
  organisation(id: OrganisationId): Promise<Organisation | null>;
  organisations(kind?: OrganisationKind): Promise<Organisation[]>;
  service(id: ServiceId): Promise<Service | null>;
  /** Active services, by name. */
  services(of?: OrganisationId): Promise<Service[]>;
  /** Active services, by name, each with how many wait for it and how long the last ones waited for a place. */
  servicesWithWaiting(): Promise<ServiceNow[]>;
  /** Everything an organisation offers, what is not active too, by name. */
  servicesOf(organisation: OrganisationId): Promise<Service[]>;
  channel(id: ChannelId): Promise<Channel | null>;
  /** Linked channels of an organisation, oldest link first. */
  channelsOf(organisation: OrganisationId): Promise<Channel[]>;
  channelAt(tenantId: string, conversationId: string): Promise<Channel | null>;
  person(id: PersonId): Promise<Person | null>;
  /** How a worker is reached, as it is stored; null: nothing is known. */
  worker(id: PersonId): Promise<WorkerDetails | null>;
  /** The organisations for which a person may act by a roster that was checked recently enough. */
  organisationsOf(person: PersonId): Promise<Organisation[]>;
  /** The people who stand in the roster of a linked channel of an organisation, by name. */
  membersOf(organisation: OrganisationId): Promise<Person[]>;
  /** Linked channels in one team. */
  channelsOfTeam(tenantId: string, teamId: string): Promise<Channel[]>;
  /** Channels in one team that were lost with it or taken from it. */
  suspendedChannelsOfTeam(tenantId: string, teamId: string): Promise<Channel[]>;
  draft(id: DraftId): Promise<Draft | null>;
  /** An intake with its CLB and the referral made from it. One statement. */
  intakeOf(id: DraftId): Promise<{
    readonly draft: Draft;
    readonly clb: Organisation | null;
    readonly referral: Referral | null;
  } | null>;
  /** Drafts of a person that can be worked on, last touched first: not sent yet, or called back (R4). */
  draftsOf(person: PersonId): Promise<Draft[]>;
  trail(id: TrailId): Promise<Trail | null>;
  /** A referral with everything that is told of it and looked at when something is decided. One statement. */
  caseOf(id: ReferralId): Promise<CaseFacts | null>;
  /** A round table with its referral and everybody in it. */
  roundTable(id: RoundTableId): Promise<RoundTableFacts | null>;
  trajectory(id: TrajectoryId): Promise<TrajectoryCase | null>;
  /** Of whom somebody is asked whether they are still at school; who ended first in front. */
  stillAsked(filter: StillFilter): Promise<StillAsked[]>;
  /** Whether another trajectory of the same trail came after this one, or is expected. */
  hasLaterTrajectory(id: TrajectoryId): Promise<boolean>;
  /** Whose half days are counted, who began first in front. */
  runningTrajectories(filter: RunningFilter): Promise<RunningTrajectory[]>;
  /** A question before referring with everybody in it. */
  inquiry(id: InquiryId): Promise<InquiryCase | null>;
  /** What was typed with it, and what was answered in words; null: there is none, or it was erased. */
  inquiryWords(id: InquiryId): Promise<InquiryWords | null>;
  /** Questions before referring that wait for somebody of this side, who waits longest in front. */
  inquiriesOf(filter: InquiryFilter): Promise<InquiryList>;
  /** What is really stored of questions before referring of which something is still to come. */
  storedInquiries(after: InquiryId | null, limit: number): Promise<readonly StoredInquiry[]>;
  referral(id: ReferralId): Promise<Referral | null>;
  referralByReference(reference: string): Promise<Referral | null>;
  referrals(filter: ReferralFilter): Promise<Referral[]>;
  /** Live referrals on whose cards this worker stands: who referred, or who has it at the provider. */
  openReferralsWith(person: PersonId): Promise<Referral[]>;
  /** Who of an organisation has cases or questions before referring on his or her name that are not over, and how many; most first. */
  workersWithCases(of: OrganisationId, side: QuestionSide): Promise<OnName[]>;
  /** Who has open cases on his or her name and is in no roster of the organisation any more; by organisation and name. */
  goneWorkers(): Promise<readonly GoneWorker[]>;
  /** What others did since a moment with the cases on somebody's name, the case of the last event first; and how many cases in all. */
  happenedTo(
    person: PersonId,
    which: {
      readonly since: Date;
      readonly names: Readonly<Record<HappenedTo, readonly string[]>>;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<{ readonly total: number; readonly cases: readonly Happened[] }>;
  /** Ids of those cases of one of them, in order, at most so many after `after`. */
  casesOnName(
    of: OrganisationId,
    side: QuestionSide,
    person: PersonId,
    after: ReferralId | null,
    limit: number,
  ): Promise<ReferralId[]>;
  /** Ids of the referrals of a service in these states, in order, at most so many after `after`. */
  referralIdsOf(
    service: ServiceId,
    states: readonly ReferralState[],
    after: ReferralId | null,
    limit: number,
  ): Promise<ReferralId[]>;
  /** What is really stored of open referrals, in order of their ids, at most so many after `after`. */
  storedCases(after: ReferralId | null, limit: number): Promise<StoredWithTables[]>;
  /** Keys of clocks of referrals that are not there any more, or are over. */
  orphanClocks(): Promise<string[]>;
  /** Keys of messages that are to be sent and for which no work waits in the queue, oldest first. */
  lostMessages(): Promise<PostKey[]>;
  /** How many posts were made anew since then, because somebody deleted them in Teams; null: ever. */
  countRemade(since: Date | null): Promise<number>;
  countReferrals(filter: ReferralFilter): Promise<number>;
  /** On the waiting list of a service, in order (R11). */
  waitlist(service: ServiceId): Promise<Referral[]>;
  /** The sealed part, opened. Null when it was erased. */
  caseFile(referral: ReferralId): Promise<CaseFile | null>;
  /** Every version of the sealed part, opened, oldest first; none when it was erased. */
  caseFiles(referral: ReferralId): Promise<CaseFile[]>;
  /** What was asked and answered inside a case, opened, oldest first. */
  questionsOf(referral: ReferralId): Promise<QuestionEntry[]>;
  /** The words of one message to the school, opened, oldest first. */
  schoolTexts(trajectory: TrajectoryId, number: number): Promise<SchoolText[]>;
  /** Everything that is sealed of a trail, opened, in the order of the list of what is sealed; nothing when it was erased. */
  openedParts(trail: TrailId): Promise<OpenedPart[]>;
  /** The workers' own hints of these trails, opened; a trail without one, or that was erased, is left out. */
  hintsOf(trails: readonly TrailId[]): Promise<ReadonlyMap<TrailId, string>>;
  /** Trails that still hold something personal and of which everything is over since before then, oldest first. */
  trailsOver(before: Date, most: number): Promise<TrailId[]>;
  /** The referrals of a trail of which everything is over since before then (null: by now); null when something still runs, or nothing is left. */
  overTrail(trail: TrailId, before: Date | null): Promise<readonly ReferralId[] | null>;
  /** Whether what is sealed under a trail can still be read. */
  isErased(trail: TrailId): Promise<boolean>;
  /** Live referrals by this CLB of this pupil, or of one who looks like it, through blind indexes; the furthest first. */
  liveReferralsLike(clb: OrganisationId, identity: Identity): Promise<readonly SamePupil[]>;
  /** The schools of which this CLB referred last, by name; at most so many as fit in a card. */
  schoolsOf(clb: OrganisationId): Promise<readonly KnownSchool[]>;
  /** Whether a message with this key exists (sent or waiting). */
  hasMessage(key: string): Promise<boolean>;
  /** Messages that could not be delivered and wait for a person, oldest first; of one organisation for one reason, or all. */
  undelivered(of?: Pick<UndeliveredMessage, 'organisationId' | 'reason'>): Promise<UndeliveredMessage[]>;
  countUndelivered(): Promise<number>;
  /** The last time that each address of Teams took nothing at all, oldest first. */
  teamsOutages(): Promise<TeamsOutage[]>;
  /** Work that should happen by itself and has failed often, by its name, the longest first. */
  stuckJobs(): Promise<StuckJob[]>;
  /** What is stored of messages with these keys. */
  storedPosts(keys: readonly PostKey[]): Promise<StoredPost[]>;
  /** Ids of messages that are kept for somebody and were not told yet, oldest first. */
  keptFor(person: PersonId): Promise<string[]>;
  /** Who has kept messages and no moment at which they are told. */
  keptWithoutMoment(): Promise<PersonId[]>;
  /** What was kept and is told together on this card, oldest first. */
  gatheredIn(key: PostKey): Promise<GatheredMessage[]>;
  /** One of those; null when it was delivered after all. */
  undeliveredMessage(id: string): Promise<UndeliveredMessage | null>;
  /** Every figure of a period: what happened from `from` on and before `until`. Not hidden yet: see domain/figures. */
  figures(period: { readonly from: Date; readonly until: Date }): Promise<Figures>;
}

/** One thing that is sealed of a trail, opened. */
export interface OpenedPart {
  /** What it is: an intake, a version of a file, words in the timeline, … */
  readonly kind: string;
  /** Of which referral, trajectory or question; null: of the trail itself. */
  readonly of: string | null;
  /** What happened when it was written, e.g. `question-asked`; null: it is no entry of the timeline. */
  readonly event: string | null;
  /** When it was written, as text; null: that is not kept. */
  readonly at: string | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** Work of one name that keeps failing: how many times it waits, since when, and the kind of error. */
export interface StuckJob {
  readonly job: string;
  readonly count: number;
  readonly since: Date;
  readonly error: string | null;
}

/** A time at which an address of Teams took nothing; `until` null while it lasts. */
export interface TeamsOutage {
  readonly since: Date;
  readonly until: Date | null;
  /** How many messages wait to be sent there now. */
  readonly waiting: number;
}

export interface UndeliveredMessage {
  readonly id: string;
  readonly view: string;
  readonly organisationId: OrganisationId | null;
  readonly failedAt: Date;
  readonly reason: string;
}
