import type { SchoolForm, WantedForm } from './codes.js';
import type { OrganisationId, PersonId, ChannelId, ServiceId } from './ids.js';
import type { Language } from './language.js';
import type { LocalDate } from './local-date.js';

export const organisationKinds = ['clb', 'provider', 'desk', 'workgroup', 'school'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export interface Organisation {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** The language of what is posted in its channels. */
  readonly language: Language;
  /** NIS code of the municipality a CLB works from; prefilled in the intake. */
  readonly municipality: string | null;
  /** Provider only: who organises the first round table (R10). */
  readonly roundTableBy: 'clb' | 'provider';
  /** Named by the desk; gets the second reminder (R9). */
  readonly coordinatorId: PersonId | null;
  /** Work contacts of the organisation, for the desk to fill in; never a pupil's. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly version: number;
}

/** An organisation as it can be reached. */
export type Reached = Pick<Organisation, 'name' | 'phone' | 'email'>;

/** What of a service only tells: nothing is decided by it. */
export type ToldOfService = Pick<Service, 'about' | 'phone' | 'email' | 'website' | 'assuredOn'>;

/** A service of which nobody wrote yet what it does. */
export const nothingTold: ToldOfService = { about: null, phone: null, email: null, website: null, assuredOn: null };

/** What a provider offers: the thing a referral is addressed to. */
export interface Service {
  readonly id: ServiceId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  /** `VBO`, `AHV` or both (R7). */
  readonly regions: readonly string[];
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** Accepted school forms; empty means all (R8). */
  readonly schoolForms: readonly SchoolForm[];
  /** Forms of help it gives; empty: the desk did not say, and anything may be asked. */
  readonly offeredForms: readonly WantedForm[];
  /** R17: only pupils who started the first year of secondary school. */
  readonly fromFirstSecondary: boolean;
  /** A flexible trajectory (NAFT): the likeliest for most pupils of its region (R7). */
  readonly naft: boolean;
  /** Full up to and including this day (`YYYY-MM-DD`); null: not full. */
  readonly fullUntil: string | null;
  /** The provider's own estimate of the wait in weeks when it keeps a list; null: unknown. */
  readonly waitWeeks: number | null;
  readonly active: boolean;
  /** What it does, in a sentence or two; null: the desk did not write it yet. */
  readonly about: string | null;
  /** How everybody may reach it, as the desk wrote it; apart from the work contacts of its organisation. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  /** When the desk last looked whether all this is true; null: never. */
  readonly assuredOn: LocalDate | null;
  readonly version: number;
}

export type ChannelScope = 'channel' | 'group' | 'personal';

/** A conversation in Teams that an organisation has linked as its channel. */
export interface Channel {
  readonly id: ChannelId;
  readonly organisationId: OrganisationId;
  readonly tenantId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly scope: ChannelScope;
  /** The team a channel belongs to, so that the whole team can be suspended; null for chats. */
  readonly teamId: string | null;
  readonly name: string | null;
  readonly state: 'linked' | 'suspended' | 'unlinked';
  readonly linkedBy: PersonId;
  readonly linkedAt: Date;
  readonly rosterCheckedAt: Date | null;
  /** The desk has said that guests of the team may do here what its members may. */
  readonly guestsAllowed: boolean;
  /** It was lost by itself, not with its team: the team that comes back does not bring it back. */
  readonly lostAlone: boolean;
  readonly version: number;
}

/** A worker who has spoken to the bot or stands in a linked roster. Never a pupil. */
export interface Person {
  readonly id: PersonId;
  readonly tenantId: string;
  readonly aadObjectId: string;
  readonly teamsId: string;
  readonly name: string;
  readonly language: Language;
  /** The personal chat with the bot, when there is one. */
  readonly personalConversationId: string | null;
  readonly serviceUrl: string | null;
}

/** A one-time code to link a channel (single use, an end, few tries). Only its digest is stored. */
export interface LinkCode {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly digest: string;
  /** The desk worker who made it; null: it came with the settings of the program. */
  readonly createdBy: PersonId | null;
  readonly expiresAt: Date;
  /** The only tenant in which it works; null: where its organisation has its channels already. */
  readonly tenantId: string | null;
  /** The desk has said that it may be used in another tenant. */
  readonly anyTenant: boolean;
  readonly usedAt: Date | null;
  readonly usedBy: PersonId | null;
  /** The channel that it linked. */
  readonly channelId: ChannelId | null;
  readonly version: number;
}

/** Why a code was refused: nobody knows it (any more), or it is right but not in this tenant. */
export type RefusedCode = 'unknown' | 'elsewhere';

/** Whether the service says it is full on this day (`YYYY-MM-DD`). */
export const isFullOn = (service: Pick<Service, 'fullUntil'>, day: string): boolean =>
  service.fullUntil !== null && day <= service.fullUntil;
