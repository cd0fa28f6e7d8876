import type { Generated } from 'kysely';
import type { ChannelId, OrganisationId, PersonId, ReferralId } from '../../../domain/ids.js';

export interface MessageRow {
  id: string;
  key: string;
  view: string;
  params: unknown;
  /** Resolved when sent: a channel, a person's chat, a conversation, or under another message. */
  channelId: ChannelId | null;
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
  /** `held`: kept until the person wants to read it. */
  state: 'due' | 'held' | 'sent' | 'undeliverable';
  reason: string | null;
  /** True when a post may stand twice in Teams because the process died before its id was noted. */
  attempted: boolean;
  createdAt: Date;
  sentAt: Date | null;
  failedAt: Date | null;
  /** Key of the card on which it was told together with others; null: it is told by itself. */
  gatheredIn: string | null;
  /** The referral it shows; null when it shows none. */
  referralId: ReferralId | null;
  /** It shows the present state, and is brought up to date with it. */
  living: boolean;
  /** Jobs that start, with the message's params, when Teams takes it for the first time, or will not take it. */
  acceptedJob: string | null;
  failedJob: string | null;
  /** Digest of the card that stands there: the same card is not sent twice. */
  sentDigest: string | null;
  /** When Teams said that the post which stood there is gone, so that it was made anew; null: never. */
  remadeAt: Date | null;
  /** What went wrong at the last attempt, by the delivery policy, and how often in a row; null: nothing. */
  trouble: string | null;
  troubleTimes: number;
  /** Since when it has been tried in vain, and when last; null: it was not. */
  triedSince: Date | null;
  triedAt: Date | null;
  /** How often it failed while others got through. */
  strikes: number;
}

/** An address of Teams, by the program's clock: when it last took a message, and the last time at which it took nothing at all. */
export interface TeamsServiceRow {
  serviceUrl: string;
  takenAt: Date | null;
  awaySince: Date | null;
  /** Null while it lasts. */
  awayUntil: Date | null;
  /** The desk was told of it. */
  told: boolean;
}

export interface DueRow {
  key: string;
  job: string;
  subject: unknown;
  at: Date;
  /** How often it failed in a row, since when, and with what kind of error: never its sentence. */
  attempts: number;
  failingSince: Date | null;
  lastError: string | null;
}

/** What is to be sent, what is to be looked at later, and how Teams is. */
export interface OutboxTables {
  message: MessageRow;
  due: Omit<DueRow, 'attempts'> & { attempts: Generated<number> };
  teamsService: TeamsServiceRow;
}
