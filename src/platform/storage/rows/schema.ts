import type { Generated } from 'kysely';
import type { Draft, Trail } from '../../../domain/draft.js';
import type { KnownSchool } from '../../../domain/intake/index.js';
import type {
  OrganisationId,
  PersonId,
  ChannelId,
  ReferralId,
  RoundTableId,
  ServiceId,
  TrailId,
  TrajectoryId,
} from '../../../domain/ids.js';
import type { LinkCode, Organisation, Person, Channel, RefusedCode, Service } from '../../../domain/organisation.js';
import type { Handover, TrajectoryOutcome } from '../../../domain/codes.js';
import type { EventRow } from './event-row.js';
import type { MapTables } from './map-rows.js';
import type { AnswerTables } from './answer-rows.js';
import type { FigureTables } from './figure-rows.js';
import type { OutboxTables } from './outbox-rows.js';
import type { InquiryRow } from './inquiry-row.js';
import type { Searched, WorkgroupTables } from './workgroup-rows.js';
import type { TrajectoryState } from '../../../domain/trajectory/states.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/trajectory.js';
import type { Organiser, RoundTableFacts, RoundTableState } from '../../../domain/round-table/round-table.js';
import type { ReferralFacts, Side } from '../../../domain/case/referral.js';
import type { ReferralState, StateValues } from '../../../domain/case/states.js';
import type { HelpLine, HelpOrganisation, LineChange, LineReport } from '../../../domain/helpline/help-line.js';
import type { StillCount } from '../../../contracts/trajectory.js';
import type { EntrySubject } from '../../../domain/timeline/entries.js';
import type { WorkerDetails } from '../../../domain/worker.js';
import type { LineImport } from '../../../contracts/read-help-lines.js';

export type { DueRow, MessageRow } from './outbox-rows.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface TrailRow extends Mutable<Trail> {
  /** Where its key stands in the key file; null: it was erased. */
  keySlot: number | null;
  /** The key as it stood here before there was a key file (JWE, compact); null once it was moved. */
  wrappedKey: Generated<string | null>;
  /** The worker's own hint for the pupil as JWE under that key; null: none. */
  hint: string | null;
}

/** A trail that was erased. */
export interface ErasureRow {
  trailId: TrailId;
  /** Where its key stood; null: it had none any more. */
  keySlot: number | null;
  at: Date;
  /** When its key was overwritten; null: it still is to be. */
  destroyedAt: Date | null;
  /** When its rows were taken away, with only counts left; null: they still are to be. */
  clearedAt: Generated<Date | null>;
}

export interface DraftRow extends Mutable<Omit<Draft, 'typed'>> {
  /** `typed` as JWE under its own key; null: nothing is left of it. */
  sealed: string | null;
  /** Where its own key stands in the key file; null: it was sealed under the key of its trail, before it had one, or it is gone. */
  keySlot: Generated<number | null>;
}

export interface CaseFileRow {
  referralId: ReferralId;
  trailId: TrailId;
  sealed: string;
  /** From 1; the highest is the present one. */
  version: number;
}

export interface BlindIndexRow {
  referralId: ReferralId;
  trailId: TrailId;
  clbId: OrganisationId;
  digest: string;
}

/** A digest of one of the marks of a pupil (domain/same-pupil): `word` 0 is the ring, from 1 on the words of the name. */
export interface PupilMarkRow {
  referralId: ReferralId;
  trailId: TrailId;
  clbId: OrganisationId;
  word: number;
  digest: string;
}

/** A school of which a CLB referred. */
export interface SchoolRow extends Mutable<KnownSchool> {
  organisationId: OrganisationId;
  /** Folded name and place: other spellings of the same school are one row. */
  key: string;
  lastUsedAt: Date;
}

export interface MembershipRow {
  personId: PersonId;
  channelId: ChannelId;
  /** Last seen: in the roster, or by a press in the channel. */
  checkedAt: Date;
  /** Last seen in Teams' own roster; null: never. */
  rosteredAt: Date | null;
  /** As Teams' roster says; a press in the channel says nothing of it. */
  isGuest: Generated<boolean>;
}

/** A referral as it is stored: what only some states know may be null; the checks in the database say when. */
export type ReferralRow = Mutable<ReferralFacts> & { -readonly [C in keyof StateValues]: StateValues[C] | null } & {
  id: ReferralId;
  state: ReferralState;
  undo: unknown;
  since: Date;
  nudges: number;
  round: number;
  referredOn: boolean;
  questions: unknown;
  heldUp: number;
  besidePlace: unknown;
  listCheck: unknown;
  match: unknown;
  version: number;
};

/** A round table as it is stored; what only some states know may be null: the checks in the database say when. */
export interface RoundTableRow extends Mutable<RoundTableFacts> {
  id: RoundTableId;
  organiser: Organiser;
  state: RoundTableState;
  planBy: Date | null;
  appointment: unknown;
  wantedAt: Date;
  since: Date;
  nudges: number;
  version: number;
}

/** A trajectory as it is stored, in the same way. */
export interface TrajectoryRow extends Mutable<TrajectoryFacts> {
  id: TrajectoryId;
  state: TrajectoryState;
  nextBy: Date | null;
  startedOn: string | null;
  startedAt: Date | null;
  closedOn: string | null;
  outcome: TrajectoryOutcome | null;
  handover: Handover | null;
  weeks: unknown;
  halfDays: number;
  absences: unknown;
  absentRow: number;
  absencesHandledOn: string | null;
  schoolPlan: unknown;
  still: unknown;
  schoolMessages: unknown;
  schoolProviderBy: Date | null;
  schoolClbBy: Date | null;
  schoolLeft: boolean;
  wantedAt: Date;
  since: Date;
  nudges: number;
  version: number;
}

/** What a timeline entry is about. */
export type TimelineSubject = 'referral' | 'round-table' | 'trajectory' | 'inquiry' | EntrySubject;

export interface TimelineRow {
  id: string;
  seq: Generated<number>;
  subject: TimelineSubject;
  subjectId: string;
  name: string;
  /** 1: from before there were case events; 2: an event or entry that was checked by its schema. */
  version: number;
  at: Date;
  side: Side | null;
  personId: PersonId | null;
  organisationId: OrganisationId | null;
  data: unknown;
  /** Free text under the trail's key; null when there is none. */
  sealed: string | null;
}

export interface AuditRow {
  id: string;
  at: Date;
  personId: PersonId | null;
  organisationId: OrganisationId | null;
  action: string;
  outcome: string;
  subject: unknown;
}

export interface LinkAttemptRow {
  id: string;
  personId: PersonId;
  at: Date;
  why: RefusedCode;
}

/** Where the bot has introduced itself; forgotten when it is taken away. */
export interface WelcomedRow {
  conversationId: string;
  at: Date;
}

/** An activity that was carried out, by conversation and id, with what it was answered: Teams may bring it again. Erased when its term has passed. */
export interface ProcessedActivityRow {
  activityId: string;
  at: Date;
  reply: unknown;
}

/** Every table, columns in camelCase (snake_case in the database). */
export interface Schema extends AnswerTables, MapTables, FigureTables, OutboxTables, WorkgroupTables {
  organisation: Mutable<Organisation>;
  service: Mutable<Service>;
  channel: Mutable<Channel>;
  person: Mutable<Person>;
  worker: Mutable<WorkerDetails>;
  membership: MembershipRow;
  linkCode: Mutable<LinkCode>;
  linkAttempt: LinkAttemptRow;
  welcomed: WelcomedRow;
  trail: TrailRow;
  draft: DraftRow;
  referral: ReferralRow;
  roundTable: RoundTableRow;
  trajectory: TrajectoryRow;
  inquiry: InquiryRow;
  caseFile: CaseFileRow;
  erasure: ErasureRow;
  blindIndex: BlindIndexRow;
  pupilMark: PupilMarkRow;
  school: SchoolRow;
  stillAtSchool: Mutable<StillCount & { readonly count: number }>;
  timeline: TimelineRow;
  event: EventRow;
  audit: AuditRow;
  processedActivity: ProcessedActivityRow;
  keyCheck: { name: 'data' | 'index' | 'file'; kid: string };
  serviceList: { serviceId: ServiceId; listCheck: unknown };
  setting: { key: string; value: unknown };
  referenceCounter: { year: number; last: number };
  helpOrganisation: Mutable<HelpOrganisation>;
  helpLine: Mutable<HelpLine> & Searched;
  lineChange: Mutable<LineChange> & { seq: Generated<number> };
  lineReport: Mutable<LineReport>;
  lineImport: Mutable<LineImport>;
}
