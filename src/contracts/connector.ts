import type { CardJson, Member, Sender } from './turn.js';

/** The address of a conversation in Teams, with the post to reply under (`threadId`) when there is one. */
export interface Address {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly threadId: string | null;
}

/** What goes out. `summary` is the toast and must hold no personal data; `mention` names the person to be notified. */
export interface Outgoing {
  readonly card: CardJson;
  readonly summary: string;
  readonly mention: Pick<Sender, 'teamsId' | 'name'> | null;
}

/**
 * Why a delivery failed. `again`: worth retrying (412, 429, 5xx, time-out, no connection), after `retryAfterMs` when
 * Teams says so. `gone`: the conversation or message does not exist or the bot is not allowed there any more.
 * `unknown` is true when the request may have been carried out although no answer came (time-out, broken connection).
 */
export class DeliveryError extends Error {
  constructor(
    readonly kind: 'again' | 'gone' | 'refused',
    readonly status: number | null,
    readonly retryAfterMs: number | null,
    readonly unknown: boolean,
    /** Teams' own word for it, when it gave one. */
    readonly code: string | null = null,
  ) {
    super(`delivery ${kind}${status === null ? '' : ` (HTTP ${status})`}`);
    this.name = 'DeliveryError';
  }
}

/**
 * The way out to Teams. Used by the queue only, never while an invoke waits; but for `members`, which a press that opens personal
 * data asks, and waits for a short while. Throws {@link DeliveryError}.
 */
export interface Connector {
  /** Makes a new post, or a reply when `threadId` is set; gives the activity id. */
  post(to: Address, message: Outgoing): Promise<{ activityId: string }>;
  /** Replaces a message that was posted before. */
  edit(to: Address, activityId: string, message: Outgoing): Promise<void>;
  /** Opens the bot's chat with a person, or finds the one that is there. */
  openChat(person: {
    readonly tenantId: string;
    readonly teamsId: string;
    readonly serviceUrl: string;
  }): Promise<{ conversationId: string }>;
  /** The people in a conversation, all pages. */
  members(of: Address): Promise<Member[]>;
}
