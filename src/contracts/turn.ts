/** Where in Teams something happens. `conversationId` is the root: without `;messageid=`. */
export interface Conversation {
  readonly tenantId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly scope: 'personal' | 'channel' | 'group';
  /** The post under which it happens, in a channel; null elsewhere. */
  readonly threadId: string | null;
  /** The team a channel belongs to; null elsewhere, and when something happened to that channel alone. */
  readonly teamId: string | null;
  /** Team name or chat topic as Teams tells it; never shown before the channel is linked. */
  readonly name: string | null;
}

/** What the bot is added to as a whole: the team of a channel, otherwise the conversation itself. */
export const addedTo = ({ teamId, conversationId }: Pick<Conversation, 'teamId' | 'conversationId'>): string =>
  teamId ?? conversationId;

/** Who did it, as the verified activity says. `teamsId` is the MRI (`29:…`). */
export interface Sender {
  readonly aadObjectId: string;
  readonly teamsId: string;
  /** Empty when Teams does not say it. */
  readonly name: string;
}

/** Somebody in the roster of a conversation, with what Teams tells of how to reach him or her. */
export interface Member extends Sender {
  /** The tenant somebody belongs to, which may be another than the channel's; null: Teams does not say. */
  readonly tenantId: string | null;
  /** Invited into the tenant from outside, or nameless: `userRole` `guest` or `anonymous`. */
  readonly isGuest: boolean;
  readonly email: string | null;
  /** User principal name. */
  readonly chatName: string | null;
  readonly givenName: string | null;
}

interface TurnBase {
  readonly activityId: string;
  readonly conversation: Conversation;
  readonly sender: Sender & {
    /** The tenant the sender belongs to, as far as Teams says; in a shared channel it may be another than the channel's. */
    readonly tenantId: string;
  };
  /** BCP 47 as the client sends it, e.g. `nl-BE`. */
  readonly locale: string;
}

/** A button pressed on a card. `data` holds the button's own data and the inputs, flat, not yet checked. */
export interface Press extends TurnBase {
  readonly kind: 'press';
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The activity id of the message the card stands in, when Teams tells it. */
  readonly messageId: string | null;
  /** True when the client refreshed the card by itself (`refresh` in the card), not a person. */
  readonly automatic: boolean;
  /** `execute`: wants a card as answer. `submit`: an older client's Action.Submit, cannot take a card as answer. */
  readonly how: 'execute' | 'submit';
}

/** A message typed to the bot; the mention of the bot is taken out, white space folded. */
export interface Words extends TurnBase {
  readonly kind: 'words';
  readonly text: string;
  /** When Teams says that it was written; null: it does not say. */
  readonly writtenAt: number | null;
}

/**
 * The bot was added to or removed from a conversation or team, or that itself went or was put back. What concerns one
 * channel carries no `teamId`: its team is still there.
 */
export interface Installation extends TurnBase {
  readonly kind: 'installed' | 'removed' | 'restored';
}

/** People joined or left a team, a channel or a group chat. Nobody by name: a whole team did, by a shared channel. */
export interface Membership extends TurnBase {
  readonly kind: 'joined' | 'left';
  readonly people: readonly Sender[];
}

/** Somebody looks for something in the message extension. */
export interface Query extends TurnBase {
  readonly kind: 'query';
  /** The slug of the search. */
  readonly search: string;
  /** What was typed; empty when the list is opened. */
  readonly text: string;
}

export type Turn = Press | Words | Installation | Membership | Query;

/** Something found: how it stands in the list, and the card that is put in the message when it is chosen. */
export interface FoundCard {
  readonly title: string;
  readonly line: string;
  readonly card: CardJson;
}

/** An Adaptive Card as JSON, ready to send. */
export type CardJson = Readonly<Record<string, unknown>>;

/** What a press or a query is answered with. Other turns are answered with `nothing`: what they cause goes through the outbox. */
export type Answer =
  | { readonly kind: 'card'; readonly card: CardJson }
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  | { readonly kind: 'found'; readonly results: readonly FoundCard[]; readonly nothing: string }
  | { readonly kind: 'nothing' };
