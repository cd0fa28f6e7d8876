import type { Language } from '../domain/language.js';
import type { Organisation, OrganisationKind, Person, Channel } from '../domain/organisation.js';
import type { Conversation } from './turn.js';

/** Who acts, for whom and where; made anew at every turn from the verified activity and the roster, never from the card. */
export interface Actor {
  readonly person: Person;
  readonly conversation: Conversation;
  /** The linked channel this happens in; null in an unlinked conversation. */
  readonly channel: Channel | null;
  /** In a channel: its organisation. In personal chat: the organisations of whose teams the person is a member. */
  readonly organisations: readonly Organisation[];
  readonly language: Language;
  /**
   * Why somebody acts for less than it may seem: as a guest of a team that lets no guests in, or because Teams does not
   * say now whether he or she is in a team.
   */
  readonly doubt?: 'guest' | 'silent' | null;
  /** Teams said within minutes of every team by which he or she acts here that he or she is in it: it need not be asked again. */
  readonly isSeen?: boolean;
}

/** Whether this is somebody who is only a guest: for whom there is what anybody may read. */
export const isOnlyGuest = ({ doubt, organisations }: Pick<Actor, 'doubt' | 'organisations'>): boolean =>
  doubt === 'guest' && organisations.length === 0;

/** Whether this is a channel or group chat that nobody has linked: there the bot says only how to link. */
export const isUnlinked = (actor: Actor): boolean => actor.channel === null && actor.conversation.scope !== 'personal';

/** The organisation of a kind for which the actor acts, or null. */
export const actsFor = (actor: Actor, kind: OrganisationKind): Organisation | null =>
  actor.organisations.find((organisation) => organisation.kind === kind) ?? null;

/** Whether the actor acts for this organisation. */
export const isOf = (actor: Actor, id: Organisation['id'] | null): boolean =>
  actor.organisations.some((organisation) => organisation.id === id);
