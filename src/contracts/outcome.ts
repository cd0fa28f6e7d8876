import type { CaseFile, Draft, Identity, Trail } from '../domain/draft.js';
import type { Receipt } from '../domain/case/posts.js';
import type { ListCheck } from '../domain/case/check-in.js';
import type { OrganisationId, PersonId, ChannelId, ReferralId, ServiceId } from '../domain/ids.js';
import type { KnownSchool } from '../domain/intake/index.js';
import type { LinkCode, Organisation, Person, Channel, RefusedCode, Service } from '../domain/organisation.js';
import type { RoundTableChange } from '../domain/round-table/placing.js';
import type { TrajectoryChange } from '../domain/trajectory/placing.js';
import type { InquiryChange } from '../domain/inquiry/events.js';
import type { FormSlug, PostKey, ViewSlug } from '../domain/reference-to.js';
import type { RefusalCode } from '../domain/refusal.js';
import type { Settings } from '../domain/settings.js';
import type { WorkerDetails } from '../domain/worker.js';
import type { Entry } from '../domain/timeline/entries.js';
import type { CaseChange } from './case.js';
import type { StillCount } from './trajectory.js';
import type { AnswerChanges, HelpLineChanges, MapChanges, WorkgroupChanges } from './changes.js';
import type { Conversation } from './turn.js';

/**
 * One thing to store. Rows with a `version` are checked: 0 inserts, n updates only version n and makes it n + 1;
 * somebody else's change in between makes the whole action load and decide again.
 */
export type Change =
  | AnswerChanges
  | MapChanges
  | HelpLineChanges
  | WorkgroupChanges
  | { readonly put: 'organisation'; readonly row: Organisation }
  | { readonly put: 'service'; readonly row: Service }
  | { readonly put: 'channel'; readonly row: Channel }
  | { readonly put: 'linkCode'; readonly row: LinkCode }
  | { readonly put: 'person'; readonly row: Person }
  /** How a worker is reached. */
  | { readonly put: 'worker'; readonly row: WorkerDetails }
  | { readonly put: 'trail'; readonly row: Trail }
  | { readonly put: 'draft'; readonly row: Draft }
  /** A new version of the personal part, sealed under the trail's key; `identity` feeds the blind index (null: no single pupil). */
  | {
      readonly put: 'caseFile';
      readonly row: CaseFile;
      readonly clbId: OrganisationId;
      readonly identity: Identity | null;
    }
  /** A school of which this CLB referred just now: nothing of the pupil. Known already, it comes first again. */
  | { readonly put: 'school'; readonly row: KnownSchool & { readonly organisationId: OrganisationId } }
  | { readonly put: 'setting'; readonly row: Partial<Settings> }
  /** What a provider was asked about the waiting list of a service, and confirmed. */
  | { readonly put: 'serviceList'; readonly row: { readonly serviceId: ServiceId; readonly listCheck: ListCheck } }
  /** An answer to the question whether a pupil is still at school: it is counted, apart from everybody. */
  | { readonly put: 'stillCount'; readonly row: StillCount }
  /** A linking code that was refused; too many of them in an hour close the door for a while. */
  | { readonly put: 'linkAttempt'; readonly row: { readonly personId: PersonId; readonly why: RefusedCode } }
  /** Refused codes from before a moment: they count for nothing any more. */
  | { readonly end: 'linkAttempt'; readonly row: { readonly before: Date } }
  /** The bot has introduced itself in a conversation, or was taken away from it. */
  | { readonly put: 'welcomed'; readonly row: { readonly conversationId: string } }
  | { readonly end: 'welcomed'; readonly row: { readonly conversationId: string } }
  /** The worker's own hint for the pupil of a trail, sealed under its key; null: none any more. */
  | { readonly put: 'hint'; readonly row: { readonly trailId: Trail['id']; readonly text: string | null } }
  /** Destroys a trail's key: everything sealed under it can never be read again. */
  | { readonly erase: 'trail'; readonly id: Trail['id'] }
  /** Marks a person as member of an organisation through a channel, as seen now in Teams' roster. */
  | { readonly put: 'membership'; readonly row: { readonly personId: PersonId; readonly channelId: ChannelId } }
  | { readonly end: 'membership'; readonly row: { readonly personId: PersonId; readonly channelId: ChannelId } };

/** Where a message goes. An organisation means its first linked channel; a person, the personal chat. */
export type To =
  | { readonly organisation: OrganisationId }
  /** Whoever is the desk. */
  | { readonly desk: true }
  | { readonly channel: ChannelId }
  | { readonly person: PersonId }
  | { readonly conversation: Conversation; readonly threadId?: string | null }
  /** As a reply under the message with this key (waits until that one is posted). */
  | { readonly under: string };

/**
 * A message to send through the outbox. `key` names it for ever: the same key is the same message, so a repeat sends
 * nothing twice. It holds ids only; the card is filled from `view` when it is sent.
 */
export interface Notice {
  readonly key: string;
  readonly view: ViewSlug;
  readonly params: Readonly<Record<string, unknown>>;
  readonly to: To;
  /** The person to notify with a mention. */
  readonly mention?: PersonId | null;
  /** The referral it shows. */
  readonly referralId?: ReferralId | null;
  /** It shows the present state and is brought up to date with it; false: it is said once. Default true. */
  readonly living?: boolean;
  /** Sent at once also to who wants to read things later. */
  readonly urgent?: boolean;
  /** Jobs that start with `params` when Teams takes it for the first time, or will not take it. */
  readonly receipt?: Receipt | null;
}

/** Something to look at later, by the program's own clock. The same key replaces the moment. */
export interface Due {
  readonly key: string;
  readonly job: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** What the person sees. The view or form is filled after the commit, for that one person. */
export type Reply =
  | { readonly show: ViewSlug; readonly with: Readonly<Record<string, unknown>>; readonly note?: Note }
  | {
      readonly form: FormSlug;
      readonly with: Readonly<Record<string, unknown>>;
      readonly note?: Note;
      /** Per field the code of what only the decision could see is wrong; `with` then holds what was typed as well. */
      readonly errors?: Readonly<Record<string, string>>;
    }
  | { readonly nothing: true };

/** A sentence on top of a card: a key under `common.notes` with its values (never personal data). */
export interface Note {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What an action or job has decided: data, carried out by the platform in one transaction. */
export interface Outcome {
  readonly changes?: readonly Change[];
  /** What happens to referrals. Rows, history, messages, posts and clocks of a case follow from it: nobody lists them. */
  readonly cases?: readonly CaseChange[];
  /** What happens to round tables; everything that follows is derived in the same way. */
  readonly roundTables?: readonly RoundTableChange[];
  /** What happens to trajectories; likewise. */
  readonly trajectories?: readonly TrajectoryChange[];
  /** What happens to questions before referring; likewise. */
  readonly inquiries?: readonly InquiryChange[] | undefined;
  /** What the timeline tells of other subjects than referrals: once, beside the change of the row. */
  readonly entries?: readonly Entry[];
  /** Messages that are not about a case. */
  readonly notices?: readonly Notice[];
  /** Keys of living messages to bring up to date with the present state. Unknown keys are ignored. */
  readonly refresh?: readonly PostKey[];
  /** Keys of living messages to look after in Teams, also when nothing changed: one that is gone is made anew. */
  readonly verify?: readonly PostKey[];
  readonly dues?: readonly Due[];
  /** Keys of dues that are no longer needed. */
  readonly settled?: readonly string[];
  /** Ids of messages that could not be delivered and are to be tried again, in the organisation's present channel. */
  readonly resend?: readonly string[];
  /** Ids of messages that were kept for somebody and are told together on the card with this key. */
  readonly gather?: { readonly key: PostKey; readonly messages: readonly string[] };
  /** Channels whose roster must be fetched from Teams. */
  readonly checkRoster?: readonly ChannelId[];
  /** Local mode only: so many milliseconds the program's clock goes forward, after the commit and before the answer. */
  readonly moveClock?: number;
  readonly reply?: Reply;
  /** For which organisation it was done, when that is not one of a case: the one that gave the right. */
  readonly inNameOf?: OrganisationId | null;
}

/** Not allowed: the code's sentence, with the present state (`show`) or a way on. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly show?: { readonly view: ViewSlug; readonly with: Readonly<Record<string, unknown>> };
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;

/** Whether something comes of an outcome beside its reply: something stored, told, planned or sent again. */
export const storesSomething = ({
  changes,
  cases,
  roundTables,
  trajectories,
  inquiries,
  entries,
  notices,
  dues,
  settled,
  resend,
  checkRoster,
  moveClock,
}: Outcome): boolean =>
  moveClock !== undefined ||
  [...(cases ?? []), ...(roundTables ?? []), ...(trajectories ?? []), ...(inquiries ?? [])].some(
    ({ events }) => events.length > 0,
  ) ||
  [changes, entries, notices, dues, settled, resend, checkRoster].some((some) => (some ?? []).length > 0);
