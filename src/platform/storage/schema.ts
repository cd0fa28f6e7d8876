import type { Generated } from 'kysely';
import type { Draft, Trail } from '../../domain/draft.js';
import type { OrganisationId, PersonId, PlaceId, ReferralId, TrailId } from '../../domain/ids.js';
import type { LinkCode, Organisation, Person, Place, Service } from '../../domain/organisation.js';
import type { Referral } from '../../domain/referral.js';
import type { HelpLine, HelpOrganisation, LineChange, LineReport } from '../../domain/helpline/help-line.js';
import type { AgendaItem, Decision, Meeting, Participant } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';
import type { Survey, SurveyAnswer, SurveyPerson } from '../../domain/workgroup/survey.js';
import type { LineImport } from '../../contracts/read-help-lines.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface TrailRow extends Mutable<Trail> {
  /** The data key, wrapped by the key from the environment (JWE, compact); null when erased. */
  wrappedKey: string | null;
}

export interface DraftRow extends Mutable<Omit<Draft, 'typed'>> {
  /** `typed` as JWE under the trail's key. */
  sealed: string;
}

export interface CaseFileRow {
  referralId: ReferralId;
  trailId: TrailId;
  sealed: string;
}

export interface BlindIndexRow {
  referralId: ReferralId;
  trailId: TrailId;
  clbId: OrganisationId;
  digest: string;
}

export interface MembershipRow {
  personId: PersonId;
  placeId: PlaceId;
  checkedAt: Date;
}

export interface EventRow {
  id: string;
  referralId: ReferralId;
  name: string;
  at: Date;
  personId: PersonId | null;
  organisationId: OrganisationId | null;
  data: unknown;
}

export interface MessageRow {
  id: string;
  key: string;
  view: string;
  params: unknown;
  /** Resolved when sent: a place, a person's chat, a conversation, or under another message. */
  placeId: PlaceId | null;
  organisationId: OrganisationId | null;
  personId: PersonId | null;
  tenantId: string | null;
  conversationId: string | null;
  serviceUrl: string | null;
  threadId: string | null;
  underKey: string | null;
  mentionId: PersonId | null;
  /** Order in which messages were decided. */
  seq: Generated<number>;
  activityId: string | null;
  wantedRevision: number;
  sentRevision: number;
  state: 'due' | 'sent' | 'undeliverable';
  reason: string | null;
  /** True when a post may stand twice in Teams because the process died before its id was noted. */
  attempted: boolean;
  createdAt: Date;
  sentAt: Date | null;
  failedAt: Date | null;
}

export interface DueRow {
  key: string;
  job: string;
  subject: unknown;
  at: Date;
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

export interface ReadLogRow {
  id: string;
  at: Date;
  personId: PersonId;
  organisationId: OrganisationId | null;
  referralId: ReferralId;
  what: string;
}

export interface LinkAttemptRow {
  id: string;
  personId: PersonId;
  at: Date;
}

/** Typed words that were answered, by the id of their activity; forgotten after a day. */
export interface HeardRow {
  activityId: string;
  at: Date;
}

/** Folded words by which a row is found; made by the program when the row is stored. */
interface Searched {
  searchText: string;
}

/** Every table, columns in camelCase (snake_case in the database). */
export interface Schema {
  organisation: Mutable<Organisation>;
  service: Mutable<Service>;
  place: Mutable<Place>;
  person: Mutable<Person>;
  membership: MembershipRow;
  linkCode: Mutable<LinkCode>;
  linkAttempt: LinkAttemptRow;
  trail: TrailRow;
  draft: DraftRow;
  referral: Mutable<Referral>;
  caseFile: CaseFileRow;
  blindIndex: BlindIndexRow;
  event: EventRow;
  message: MessageRow;
  due: DueRow;
  audit: AuditRow;
  readLog: ReadLogRow;
  heard: HeardRow;
  setting: { key: string; value: unknown };
  referenceCounter: { year: number; last: number };
  helpOrganisation: Mutable<HelpOrganisation>;
  helpLine: Mutable<HelpLine> & Searched;
  lineChange: Mutable<LineChange> & { seq: Generated<number> };
  lineReport: Mutable<LineReport>;
  lineImport: Mutable<LineImport>;
  meeting: Mutable<Meeting>;
  signal: Mutable<Signal> & Searched;
  vote: { subjectId: string; personId: PersonId };
  agendaItem: Mutable<AgendaItem>;
  participant: Mutable<Participant>;
  decision: Mutable<Decision>;
  survey: Mutable<Survey>;
  surveyPerson: Mutable<SurveyPerson>;
  surveyAnswer: Mutable<SurveyAnswer>;
}
