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

/** How a call to Teams ended: with an answer, without one, with one that cannot be read, or before anything was sent. */
export type Ending = 'answered' | 'nothing' | 'unreadable' | 'not-sent' | 'not-trusted';

/** What is known of a call that failed. */
export interface Failing {
  readonly ending: Ending;
  readonly status?: number;
  /** Teams' own word for it, when it gave one. */
  readonly code?: string;
  /** How long it is to be waited, when that was said. */
  readonly retryAfterMs?: number | null;
  /** The request may have been carried out although no answer came (time-out, broken connection). */
  readonly unknown?: boolean;
}

/** A call to Teams that failed, with what is known of it. What it means for a message says the delivery policy. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly ending: Ending;
  readonly status: number | null;
  readonly code: string | null;
  readonly retryAfterMs: number | null;
  readonly unknown: boolean;

  constructor({ ending, status, code, retryAfterMs, unknown }: Failing) {
    super(`delivery: ${ending}${status === undefined ? '' : ` (HTTP ${status})`}`);
    this.ending = ending;
    this.status = status ?? null;
    this.code = code ?? null;
    this.retryAfterMs = retryAfterMs ?? null;
    this.unknown = unknown ?? false;
  }
}

/**
 * The way out to Teams. Used by the queue only, never while an invoke waits; but for `members` and `member`, which a press that opens personal
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
  /** One of them, by the id that Teams gives (`29:…`); null: Teams says that he or she is not there. */
  member(of: Address, teamsId: string): Promise<Member | null>;
}
